"""The door: an address, then a link or six digits. Links show a button; only pressing it does something."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from home.actions.mailing.quota import HOUR, visitor, within

from .. import signing_in
from ..forms.door import AddressForm, CodeForm, PasswordForm
from ..people import is_portal_person
from .entrance import WRITE, shown

PER_VISITOR = ((HOUR, 30),)
PER_ADDRESS = ((HOUR, 6),)
ATTEMPT = "portal.attempt"
NEXT = "portal.next"


@never_cache
@require_http_methods(list(WRITE))
def sign_in(request: HttpRequest) -> HttpResponse:
    """Asks for the address. The answer is the same for every address."""
    if request.method != "POST":
        remember_target(request)
        if is_portal_person(request.user):
            return redirect(target(request))
        return shown(request, "sign_in", {"form": AddressForm()})
    form = AddressForm(request.POST)
    if not form.is_valid():
        return shown(request, "sign_in", {"form": form}, status=422)
    if too_many(request):
        form.add_error(None, _("That were many attempts. Please try again in an hour."))
        return shown(request, "sign_in", {"form": form}, status=429)
    email = form.cleaned_data["email"]
    if within(f"portal-address:{email.lower()}", PER_ADDRESS):
        request.session[ATTEMPT] = signing_in.ask(email).pk
    return redirect("portal_code")


@never_cache
@sensitive_post_parameters()
@require_http_methods(list(WRITE))
def code(request: HttpRequest) -> HttpResponse:
    """Asks for the six digits of the mail."""
    if request.method != "POST":
        return shown(request, "code", {"form": CodeForm()})
    form = CodeForm(request.POST)
    if form.is_valid():
        found = (
            None if too_many(request) else signing_in.by_code(request.session.get(ATTEMPT), form.cleaned_data["code"])
        )
        if found and enter(request, found):
            return redirect(target(request))
        form.add_error(
            "code", _("These digits are not right, or no longer valid. Please ask for a new mail after five tries.")
        )
    return shown(request, "code", {"form": form}, status=422)


@never_cache
@require_http_methods(list(WRITE))
def link(request: HttpRequest, key: str) -> HttpResponse:
    """The link of the mail: opening it changes nothing, because mail scanners open links, too."""
    found = signing_in.by_link(key)
    if found is None:
        return shown(request, "link_used", status=410)
    if request.method == "POST" and enter(request, found):
        return redirect(target(request))
    return shown(request, "link", {"person": found.user})


@never_cache
@sensitive_post_parameters()
@require_http_methods(list(WRITE))
def password(request: HttpRequest) -> HttpResponse:
    """For those who were given a password."""
    if request.method != "POST":
        return shown(request, "password", {"form": PasswordForm()})
    form = PasswordForm(request.POST)
    allowed = not too_many(request) and within(f"portal-password:{request.POST.get('name', '').lower()}", PER_ADDRESS)
    if form.is_valid():
        user = form.person() if allowed else None
        if is_portal_person(user):
            to = target(request)
            signing_in.enter(request, user)
            return redirect(to)
        form.add_error(None, _("Address and password do not fit together, or there were too many attempts."))
    return shown(request, "password", {"form": form}, status=422)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    logout(request)
    return redirect("portal_sign_in")


def enter(request: HttpRequest, found) -> bool:
    """Signs in and keeps where the person wanted to go."""
    to = request.session.get(NEXT)
    if not signing_in.use(request, found):
        return False
    request.session[NEXT] = to
    return True


def too_many(request: HttpRequest) -> bool:
    """Whether somebody at this connection tries more than a person would."""
    return not within(f"portal-visitor:{visitor(request)}", PER_VISITOR)


def remember_target(request: HttpRequest) -> None:
    """Where the person wanted to go, if it is a page of the portal."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/mein-bereich/")
    request.session[NEXT] = wanted if ours else None


def target(request: HttpRequest) -> str:
    """There, or to the overview."""
    return request.session.pop(NEXT, None) or "portal_overview"
