"""One's own data, the data of the municipality, leaving for good, and taking back a picture."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..leaving import data_of, data_of_municipality, erase
from ..models import Membership
from ..people import memberships, name_oneself, writes_for
from ..revoking import revoke_picture
from .entrance import WRITE, for_members, own_case, own_membership, shown


@for_members(WRITE)
def account(request: HttpRequest) -> HttpResponse:
    """What is kept of the person, and the way out."""
    if request.method == "POST" and request.POST.get("really"):
        user = request.user
        logout(request)
        erase(user)
        return shown(request, "erased")
    if request.method == "POST" and "name" in request.POST:
        name_oneself(request.user, request.POST["name"])
        messages.success(request, _("Saved."))
        return redirect("portal_account")
    return shown(request, "account", {"own": memberships(request.user)})


@for_members()
def own_data(request: HttpRequest) -> HttpResponse:
    """As a file."""
    return as_file(data_of(request.user), "meine-daten")


@for_members()
def town_data(request: HttpRequest, municipality: int) -> HttpResponse:
    """All that belongs to the municipality, for its owners."""
    mine = own_membership(request, municipality, Membership.Role.OWNER)
    return as_file(data_of_municipality(mine.municipality), f"daten-{mine.municipality.slug}")


def as_file(data: dict, name: str) -> JsonResponse:
    """JSON to save."""
    answer = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


@for_members(WRITE)
def revoke(request: HttpRequest, case: int, picture: int) -> HttpResponse:
    """Asks once more, then deletes the picture and all its copies."""
    page = own_case(request, case)
    rows = [*page.pictures.all(), *page.get_latest_revision_as_object().pictures.all()]
    image = next((row.image for row in rows if row.image_id == picture), None)
    if image is None or not writes_for(request.user, page.municipality_id):
        raise Http404("no picture of this case study")
    if request.method != "POST":
        return shown(request, "revoke", {"page_": page, "image": image})
    revoke_picture(page, request.user, image)
    messages.success(request, _("The picture and all copies of it on this site are deleted."))
    return redirect("portal_case", page.pk)
