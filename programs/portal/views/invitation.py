"""The link of an invitation: GET shows who invites to what, POST accepts."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from home.actions.mailing.quota import HOUR, within

from .. import beginning, invitations, signing_in
from ..closing import CallOver
from ..letters import write
from ..models import Invitation, Membership
from ..people import accept, called
from .entrance import WRITE, shown


@never_cache
@require_http_methods(list(WRITE))
def invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Shows it, accepts it, or sends a new one in the place of one that is too old."""
    membership, expired = invitations.membership_at(key)
    if membership is None:
        return shown(request, "link_used", status=410)
    if membership.accepted_at:
        return shown(request, "invitation_accepted")
    if expired:
        if request.method == "POST" and within(f"portal-renewal:{membership.pk}", ((HOUR, 3),)):
            renew(membership)
        return shown(request, "invitation_expired", {"renewed": request.method == "POST"}, status=410)
    asked = Invitation.objects.filter(membership=membership).select_related("occasion").first()
    if request.method == "POST":
        return accepted(request, membership, asked)
    example = invitations.example_of(asked) if asked else None
    return shown(request, "invitation", {"membership": membership, "asked": asked, "example": example})


def accepted(request: HttpRequest, membership: Membership, asked: Invitation | None) -> HttpResponse:
    """The person is in; the draft is prepared, unless the call is over."""
    accept(membership)
    signing_in.enter(request, membership.user)
    try:
        page = beginning.for_invitation(asked, membership.user) if asked else None
    except CallOver as over:
        page = None
        messages.error(request, str(over))
    return redirect(reverse("portal_case", args=[page.pk]) if page else "portal_overview")


def renew(membership: Membership) -> None:
    """A fresh link to the same mailbox."""
    write(
        membership.user,
        "colleague",
        link=invitations.link_of(membership),
        actor=called(membership.invited_by),
        municipality=membership.municipality.name,
    )
