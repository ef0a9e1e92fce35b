"""The team of a municipality: invite, end, hand over."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from home.actions.mailing.quota import DAY, within

from ..forms.team import ColleagueForm
from ..invitations import link_of
from ..letters import write
from ..models import Membership
from ..people import called, invited
from ..people import team as team_of
from .entrance import WRITE, for_members, own_membership, shown

Role = Membership.Role
PER_TEAM = ((DAY, 20),)


@for_members(WRITE)
def team(request: HttpRequest, municipality: int) -> HttpResponse:
    """Who acts for the municipality; whoever writes may invite colleagues."""
    mine = own_membership(request, municipality)
    form = ColleagueForm(request.POST or None)
    if request.method == "POST":
        own_membership(request, municipality, Role.OWNER, Role.EDITOR)
        if form.is_valid() and within(f"portal-team:{municipality}", PER_TEAM):
            invite(request, mine, form.cleaned_data)
            return redirect("portal_team", municipality)
    context = {"mine": mine, "town": mine.municipality, "team": team_of(mine.municipality), "form": form}
    return shown(request, "team", context, status=422 if form.errors else 200)


@transaction.atomic
def invite(request: HttpRequest, mine: Membership, wanted: dict) -> None:
    """One mail; only owners make owners."""
    role = wanted["role"] if mine.role == Role.OWNER or wanted["role"] != Role.OWNER else Role.EDITOR
    membership = invited(wanted["email"], mine.municipality, role, request.user, wanted["name"])
    if not membership.accepted_at:
        words = {"actor": called(request.user), "municipality": mine.municipality.name}
        write(membership.user, "colleague", link=link_of(membership), **words)
    messages.success(request, _("If the address is right, the invitation is on its way. It is valid for 30 days."))


@for_members(("POST",))
def end(request: HttpRequest, municipality: int, membership: int) -> HttpResponse:
    """Somebody leaves, or is taken out by an owner. The last owner hands over first."""
    mine = own_membership(request, municipality)
    with transaction.atomic():
        row = row_of(municipality, membership)
        if row.pk != mine.pk and mine.role != Role.OWNER:
            raise Http404("not an owner")
        if row.role == Role.OWNER and row.accepted_at and not other_owners(row):
            messages.error(
                request, _("Somebody has to look after the case studies. Please hand over to a colleague first.")
            )
            return redirect("portal_team", municipality)
        row.ended_at = timezone.now()
        row.save(update_fields=["ended_at"])
    messages.success(request, _("Ended. What was written stays with the municipality."))
    return redirect(
        "portal_team" if row.pk != mine.pk else "portal_overview", *([municipality] if row.pk != mine.pk else [])
    )


@for_members(("POST",))
def hand_over(request: HttpRequest, municipality: int, membership: int) -> HttpResponse:
    """Names a successor; every owner of the municipality may."""
    own_membership(request, municipality, Role.OWNER)
    with transaction.atomic():
        row = row_of(municipality, membership)
        row.role = Role.OWNER
        row.save(update_fields=["role"])
        write(
            row.user,
            "succession",
            link="/mein-bereich/",
            actor=called(request.user),
            municipality=row.municipality.name,
        )
    messages.success(request, _("%(name)s now looks after the case studies, too.") % {"name": called(row.user)})
    return redirect("portal_team", municipality)


def row_of(municipality: int, membership: int) -> Membership:
    """An open membership of this very municipality."""
    rows = Membership.objects.open().select_for_update(of=("self",)).filter(municipality_id=municipality)
    found = rows.filter(pk=membership).first()
    if found is None:
        raise Http404("no such membership here")
    return found


def other_owners(row: Membership) -> bool:
    """Whether somebody else looks after the municipality."""
    owners = Membership.objects.current().filter(municipality_id=row.municipality_id, role=Role.OWNER)
    return owners.exclude(pk=row.pk).exists()
