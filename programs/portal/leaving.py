"""A person's data: handed out on request, and erased on request. Texts, comments and the record stay."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.actions.pdf import store
from home.workflow.models import Message
from home.workflow.record import persons

from ..models import CaseStudyPage, NameConsent
from .models import Membership, SectionComment


def data_of(user: User) -> dict[str, Any]:
    """Everything that is kept of a person."""
    own = Membership.objects.filter(user=user).select_related("municipality")
    answers = SectionComment.objects.filter(answered_by=user)
    return {
        "person": {
            "name": user.get_full_name(),
            "email": user.email,
            "since": user.date_joined,
            "last": user.last_login,
        },
        "memberships": [
            {"municipality": str(row.municipality), "role": row.role, "since": row.accepted_at, "until": row.ended_at}
            for row in own
        ],
        "mails": list(Message.objects.filter(recipient=user).values("subject", "created_at", "status")),
        "answers": list(answers.values("page_id", "section", "answer", "answered_at")),
        "consents": list(consents_of(user).values("page_id", "name", "wording", "given_at", "withdrawn_at")),
        "versions": [
            {"page": revision.object_id, "saved": revision.created_at}
            for revision in user.wagtail_revisions.order_by("pk").only("object_id", "created_at")[:5_000]
        ],
    }


def data_of_municipality(municipality: Any) -> dict[str, Any]:
    """Everything that belongs to a municipality: its case studies in full, and what was said about them."""
    pages = CaseStudyPage.objects.filter(municipality=municipality, case__isnull=False).select_related("state", "case")
    return {
        "municipality": {"name": municipality.name, "ars": municipality.ars},
        "case_studies": [
            {
                "text": page.get_latest_revision().content,
                "state": str(page.state),
                "questions": list(
                    page.section_comments.for_municipality().values("section", "text", "answer", "answered_at")
                ),
            }
            for page in pages
        ],
    }


def consents_of(user: User) -> Any:
    """Where the person agreed to being named."""
    own = Membership.objects.filter(user=user).values("municipality_id")
    name = user.get_full_name()
    return NameConsent.objects.filter(page__municipality__in=own, name=name).exclude(name="")


@transaction.atomic
def erase(user: User) -> None:
    """The person goes; what they wrote belongs to the municipality and stays without their name."""
    note_quotes(user)
    consents = consents_of(user)
    pages = set(consents.values_list("page_id", flat=True))
    consents.update(withdrawn_at=timezone.now())
    persons.forget(user)
    user.delete()
    for page in pages:
        store.remove(page)


def note_quotes(user: User) -> None:
    """A quote with the person's name rests on a tick in the text; here it becomes a consent that can be withdrawn."""
    own, name = Membership.objects.filter(user=user).values("municipality_id"), user.get_full_name()
    quoting = CaseStudyPage.objects.filter(municipality__in=own, quote_name=name, quote_consent=True)
    for page in quoting.exclude(quote_name="").exclude(name_consents__name=name):
        NameConsent.objects.create(page=page, name=name, wording=page.quote, channel=_("in the case study"))
