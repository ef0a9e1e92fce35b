"""What the portal's mails enclose: the questions, to prepare without a screen, and a copy of what was submitted."""

from typing import Any

from django.conf import settings
from wagtail.models import Revision

from home.actions.pdf.document import TooLarge
from home.actions.pdf.making import NoPress, typeset
from home.actions.pdf.press import Failed
from home.workflow.messages.enclosures import Enclosure
from home.workflow.models import Entry, Message

from ..models import CaseStudyPage
from .documents.content import questions
from .drafts import prefilled
from .models import Invitation

PDF = "application/pdf"


def questions_of_invitation(message: Message) -> Enclosure | None:
    """All questions, with what is known already."""
    asked = Invitation.objects.filter(occasion=message.page_id, membership__user=message.recipient_id)
    found = asked.select_related("municipality", "occasion").first()
    if found is None:
        return None
    paper = questions(prefilled(found.municipality, found.occasion))
    try:
        return "fragen.pdf", paper.as_pdf(settings.BASE_URL + "/"), PDF
    except (NoPress, TooLarge, Failed):
        return None


def copy_of_submission(message: Message) -> Enclosure | None:
    """The version that was submitted, as readers would see it."""
    page = newest_submission(message.page_id)
    try:
        return (f"{page.slug}.pdf", typeset(page), PDF) if page else None
    except (NoPress, TooLarge, Failed):
        return None


def newest_submission(page_id: int | None) -> Any:
    """The version that was handed in last; nothing if the page is gone."""
    entries = Entry.objects.filter(page_key=page_id, verb="submit").order_by("-number")
    revision = Revision.objects.filter(pk=entries.values("revision_key")[:1]).first()
    return revision.as_object() if revision and CaseStudyPage.objects.filter(pk=page_id).exists() else None
