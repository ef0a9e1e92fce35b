"""Somebody asks to be let in. Whether they are known already is not told."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from home.actions.mailing.quota import DAY, visitor, within

from ..forms.door import AccessForm
from ..models import AccessRequest
from .entrance import WRITE, shown

PER_VISITOR = ((DAY, 5),)


@never_cache
@require_http_methods(list(WRITE))
def access(request: HttpRequest) -> HttpResponse:
    """Takes the request; the academy decides."""
    if request.method != "POST":
        return shown(request, "access", {"form": AccessForm()})
    form = AccessForm(request.POST)
    if not form.is_valid():
        return shown(request, "access", {"form": form}, status=422)
    if not within(f"portal-access:{visitor(request)}", PER_VISITOR):
        form.add_error(None, _("That were many requests for one day. Please write to us."))
        return shown(request, "access", {"form": form}, status=429)
    AccessRequest.objects.get_or_create(
        email=form.cleaned_data["email"].lower(),
        municipality=form.cleaned_data["municipality"],
        decided_at=None,
        defaults={"name": form.cleaned_data["name"]},
    )
    return shown(request, "access_asked")
