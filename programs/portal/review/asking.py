"""What editors do with a case study of a municipality: remark, ask, settle, write down a conversation."""

from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.workflow import transitions
from home.workflow.deed import Refused

from ...models import CaseStudyPage
from ..letters import write, write_to_all
from ..models import Case, Invitation, SectionComment
from ..people import called, members_of
from ..receivers import DUE
from ..sections import BY_KEY
from ..signed import answer_link
from ..working_days import working_day

Audience = SectionComment.Audience


def remark(page: CaseStudyPage, user: Any, section: str, audience: str, text: str) -> SectionComment:
    """A remark on the newest version; internal unless it is said otherwise."""
    if section not in BY_KEY or not text.strip():
        raise Refused(_("Please write a comment."))
    meant = audience if audience in Audience.values else Audience.INTERNAL
    return SectionComment.objects.create(
        page=page,
        revision=page.latest_revision,
        section=section,
        audience=meant,
        text=text.strip()[:2_000],
        author=user,
    )


def ask_municipality(page: CaseStudyPage, user: Any) -> None:
    """Sends all open questions at once; without a question there is nothing to ask."""
    questions = page.section_comments.filter(audience=Audience.MUNICIPALITY).open()
    if not questions.exists():
        raise Refused(
            _("Please write at least one comment “to the municipality” first, so that they know what to change.")
        )
    sections = list(dict.fromkeys(str(BY_KEY[key].title) for key in questions.values_list("section", flat=True)))
    transitions.request_changes(page, user, _("Questions on: %(sections)s") % {"sections": ", ".join(sections)})


@transaction.atomic
def extend(page: CaseStudyPage, deadline: date) -> None:
    """Opens the call for this case study until another day; the municipality is told."""
    Case.objects.filter(page=page).update(deadline=deadline)
    Invitation.objects.filter(page=page).update(deadline=deadline)
    link, day = reverse("portal_case", args=[page.pk]), date_format(deadline, "j. F Y")
    write_to_all(members_of(page), "extended", link=link, page=page, title=page.draft_title, deadline=day)


@transaction.atomic
def hand_to_municipality(page: CaseStudyPage, user: Any) -> None:
    """After a conversation: the municipality reads what was written down, and confirms it from the mail."""
    people = members_of(page)
    if not people:
        raise Refused(_("Nobody of this municipality has access yet. Please invite somebody first."))
    Case.objects.filter(page=page).update(interviewed_by=user, confirmed_at=None)
    due = date_format(working_day(timezone.localdate(), DUE), "j. F Y")
    for person in people:
        link = answer_link("gespraech", page, person)
        write(person, "interview", link=link, page=page, actor=called(user), title=page.draft_title, due=due)
