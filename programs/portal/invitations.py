"""The link of an invitation: signed, good for 30 days, renewed by whoever holds it. It opens nothing by itself."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse
from django.utils.formats import date_format

from ..models import CaseStudyPage
from .models import Invitation, Membership

LIFETIME = timedelta(days=30)
SALT = "portal.membership"


def link_of(membership: Membership) -> str:
    """Where the person accepts."""
    return reverse("portal_invitation", args=[signing.dumps(membership.pk, salt=SALT)])


def membership_at(key: str) -> tuple[Membership | None, bool]:
    """The membership behind a link, and whether the link is too old."""
    try:
        pk, expired = signing.loads(key, salt=SALT, max_age=LIFETIME), False
    except signing.SignatureExpired:
        pk, expired = signing.loads(key, salt=SALT), True
    except signing.BadSignature:
        return None, False
    rows = Membership.objects.open().select_related("user", "municipality", "invited_by")
    return rows.filter(pk=pk, user__is_active=True).first(), expired


def door_of(membership: Membership) -> str:
    """Where the person goes on: to the invitation, or to the overview once it is accepted."""
    return reverse("portal_overview") if membership.accepted_at else link_of(membership)


def words_of(asked: Invitation) -> dict[str, str]:
    """What an invitation says."""
    return {
        "municipality": asked.municipality.name,
        "occasion": asked.occasion.title if asked.occasion else "",
        "deadline": date_format(asked.deadline, "j. F Y"),
        "example": named_example(asked),
    }


def example_of(asked: Invitation) -> CaseStudyPage | None:
    """What a finished one looks like, if everybody can read it now."""
    return CaseStudyPage.objects.readable().select_related("municipality").filter(pk=asked.example_id).first()


def named_example(asked: Invitation) -> str:
    """Its title, its place, its short address; nothing where there is none."""
    page = example_of(asked) if asked.example_id else None
    return f"„{page.title}“ ({page.municipality.name}), {page.short_url}" if page else ""
