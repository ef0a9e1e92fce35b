"""Inviting the municipalities of an edition, and deciding who gets access."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.workflow.deed import Refused
from home.workflow.people import section_editor

from ...models import CaseStudyIndexPage, EditionPage
from .. import inviting
from ..closing import is_over
from ..invitations import door_of
from ..letters import write
from ..models import AccessRequest, Invitation, Membership
from ..people import invited
from .desk_screen import DeskScreen

WEEKS = timedelta(weeks=6)


class EditorsView(DeskScreen):
    """For the editors of the case studies."""

    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Who may change every case study."""
        index = CaseStudyIndexPage.objects.order_by("path").first()
        if index is None or not section_editor(request.user, index).allowed:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class GuestsView(EditorsView):
    """All municipalities of an edition on one form: one deadline, one click."""

    template_name = "portal/review/guests.html"

    @cached_property
    def occasion(self) -> EditionPage:
        """The edition."""
        return get_object_or_404(EditionPage, pk=self.kwargs["page_id"])

    def get_page_title(self) -> str:
        """What it is."""
        return _("Invite municipalities")

    def way_here(self) -> list[tuple[str, str]]:
        """From the list of editions."""
        return [(_("Municipalities"), reverse("portal_door")), (self.occasion.title, "")]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """The municipalities with what is known of them."""
        guests = inviting.guests_of(self.occasion)
        waiting = [guest for guest in guests if guest.invitation and not guest.invitation.page_id]
        more = {"guests": guests, "waiting": waiting, "deadline": timezone.localdate() + WEEKS}
        more |= {"examples": inviting.examples_for(self.occasion), "count": len(guests)}
        return super().get_context_data(**kwargs) | more

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Another deadline for one, or an invitation to all with an address."""
        try:
            deadline = date.fromisoformat(request.POST.get("deadline", ""))
        except ValueError:
            deadline = timezone.localdate() + WEEKS
        if is_over(deadline):
            raise Refused(_("This day has passed already."))
        if chosen := request.POST.get("extend"):
            self.extend(chosen, deadline)
        else:
            self.invite_all(deadline)
        return redirect(request.path)

    def extend(self, chosen: str, deadline: date) -> None:
        """For a municipality that has not begun."""
        for guest in inviting.guests_of(self.occasion):
            if guest.invitation and str(guest.invitation.pk) == chosen:
                inviting.extend(guest.invitation, deadline)
                messages.success(
                    self.request, _("%(town)s was told of the new deadline.") % {"town": guest.municipality}
                )

    def invite_all(self, deadline: date) -> None:
        """A wrong address is named, and the others go out."""
        request, count = self.request, 0
        offered = {str(page.pk): page for page in inviting.examples_for(self.occasion)}
        example = offered.get(request.POST.get("example", ""))
        for guest in inviting.guests_of(self.occasion):
            email = request.POST.get(f"email-{guest.municipality.pk}", "").strip()
            if guest.invitation or not email:
                continue
            try:
                validate_email(email)
            except ValidationError:
                messages.error(request, _("%(town)s: this is no mail address.") % {"town": guest.municipality.name})
                continue
            inviting.invite(self.occasion, guest.municipality, email, deadline, request.user, example=example)
            count += 1
        sentence = ngettext("%(count)d municipality was invited.", "%(count)d municipalities were invited.", count)
        messages.success(request, sentence % {"count": count})


class DoorView(EditorsView):
    """Who asks for access, who was invited."""

    template_name = "portal/review/door.html"

    def get_page_title(self) -> str:
        """What it is."""
        return _("Municipalities")

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """What waits, what runs, and where to invite from."""
        asked = Invitation.objects.select_related("municipality", "occasion", "page").order_by("page_id", "deadline")
        more = {
            "requests": AccessRequest.objects.filter(decided_at=None).select_related("municipality")[:100],
            "invitations": asked[:100],
            "occasions": EditionPage.objects.order_by("-pk")[:100],
        }
        return super().get_context_data(**kwargs) | more

    @transaction.atomic
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Yes or no; a no erases who asked."""
        key = request.POST.get("request", "")
        rows = AccessRequest.objects.select_for_update(of=("self",)).filter(decided_at=None)
        row = rows.select_related("municipality").filter(pk=key).first() if key.isdigit() else None
        if row is None:
            return redirect(request.path)
        row.granted = "grant" in request.POST
        if row.granted:
            membership = invited(row.email, row.municipality, Membership.Role.OWNER, request.user, row.name)
            write(membership.user, "access_granted", link=door_of(membership), municipality=row.municipality.name)
        else:
            row.name = row.email = ""
        row.decided_at, row.decided_by = timezone.now(), request.user
        row.save()
        messages.success(request, _("Decided."))
        return redirect(request.path)
