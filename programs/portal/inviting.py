"""Inviting the municipalities of an edition: all at once, each once, with one mail."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from home.bodies.models import Municipality
from home.page.models import BasePage

from ..models import CaseStudyPage
from . import invitations
from .letters import write
from .models import Invitation, Membership
from .people import invited

# So many case studies are offered to be named as the example.
EXAMPLES = 20


@dataclass(frozen=True)
class Guest:
    """A municipality of an edition: who acts for it already, or which address the edition knows."""

    municipality: Municipality
    email: str
    invitation: Invitation | None


def guests_of(occasion: Any) -> list[Guest]:
    """The participants of an edition."""
    asked = Invitation.objects.filter(occasion_id=occasion.pk).select_related(
        "membership__user", "municipality", "occasion"
    )
    known = {one.municipality_id: one for one in asked}
    rows = occasion.participations.select_related("municipality")
    found = {row.municipality_id: (row.municipality, row.contact) for row in rows}
    owners = Membership.objects.current().filter(municipality__in=found, role=Membership.Role.OWNER)
    addresses = dict(owners.values_list("municipality_id", "user__email"))
    return [Guest(town, addresses.get(key) or mail, known.get(key)) for key, (town, mail) in found.items()]


def examples_for(occasion: Any) -> list[CaseStudyPage]:
    """Published case studies that show what a finished one looks like: of the same programme first, then the newest."""
    of_programme = Q(program_id=occasion.program.pk)
    rows = CaseStudyPage.objects.readable().select_related("municipality").alias(is_near=of_programme)
    return list(rows.order_by(F("is_near").desc(nulls_last=True), "-first_published_at", "-pk")[:EXAMPLES])


@transaction.atomic
def invite(
    occasion: BasePage, municipality: Municipality, email: str, deadline: date, by: Any, *, example: Any = None
) -> Invitation:
    """Asks one municipality; asked twice, it gets one mail."""
    asked, new = Invitation.objects.get_or_create(
        municipality=municipality,
        occasion=BasePage.objects.get(pk=occasion.pk),
        defaults={"deadline": deadline, "invited_by": by, "invited_at": timezone.now(), "example": example},
    )
    if not new:
        return asked
    asked.membership = invited(email, municipality, Membership.Role.OWNER, by)
    asked.save(update_fields=["membership"])
    tell(asked, "invitation")
    return asked


@transaction.atomic
def extend(asked: Invitation, deadline: date) -> None:
    """Another deadline for somebody who has not begun; one mail tells it."""
    Invitation.objects.filter(pk=asked.pk).update(deadline=deadline)
    asked.deadline = deadline
    if asked.membership:
        tell(asked, "invitation_extended")


def tell(asked: Invitation, kind: str) -> None:
    """One mail to whoever was invited."""
    link, words = invitations.door_of(asked.membership), invitations.words_of(asked)
    write(asked.membership.user, kind, link=link, page=asked.occasion, **words)
