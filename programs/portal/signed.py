"""Buttons in mails: a signed link shows a page, and only its buttons do something."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.core import signing
from django.urls import reverse

from ..models import CaseStudyPage
from .people import writes_for

SALT = "portal.answer"
LIFETIME = timedelta(days=60)


@dataclass(frozen=True)
class Asked:
    """What a link asks, of whom, about which case study."""

    kind: str
    page: CaseStudyPage
    person: User


def answer_link(kind: str, page: CaseStudyPage, person: User) -> str:
    """A link for this person, about this case study, for this question only."""
    key = signing.dumps({"kind": kind, "page": page.pk, "person": person.pk}, salt=SALT)
    return reverse("portal_answer_by_mail", args=[key])


def asked_by(key: str) -> Asked | None:
    """What the link asks; nothing if it is too old, not ours, or the person no longer writes for the municipality."""
    try:
        said = signing.loads(key, salt=SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return None
    page = CaseStudyPage.objects.filter(pk=said["page"]).select_related("municipality", "case", "state").first()
    person = User.objects.filter(pk=said["person"], is_active=True).first()
    if page is None or person is None or not writes_for(person, page.municipality_id):
        return None
    return Asked(said["kind"], page, person)
