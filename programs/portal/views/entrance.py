"""What every page behind the door asks first: who is it, and is this theirs?"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from home.bodies.models import Municipality

from ...models import CaseStudyPage
from ..models import Membership
from ..people import is_portal_person, memberships
from .kept import kept_text

View = Callable[..., HttpResponse]
READ, WRITE = ("GET", "HEAD"), ("GET", "HEAD", "POST")


def for_members(methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """Only for people of municipalities; others sign in first. What they had typed is shown again."""

    def decorate(view: View) -> View:
        @never_cache
        @require_http_methods(list(methods))
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return sign_in_first(request)
            if not is_portal_person(request.user):
                raise Http404("not a person of the portal")
            return private(view(request, *args, **kwargs))

        return guarded

    return decorate


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the door; a text that was sent with an expired login is kept on the screen."""
    if request.method == "POST":
        return kept_text(request, "expired", status=403)
    return redirect(f"{reverse('portal_sign_in')}?{urlencode({'next': request.get_full_path()})}")


def private(response: HttpResponse) -> HttpResponse:
    """Stored by nobody, found by nobody."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def own_case(request: HttpRequest, key: int) -> CaseStudyPage:
    """A case study of the person's municipality; any other one does not exist."""
    own = memberships(request.user).values("municipality_id")
    page = CaseStudyPage.objects.filter(pk=key, municipality__in=own, case__isnull=False)
    found = page.select_related("municipality", "case").first()
    if found is None:
        raise Http404("no case study of this person")
    return found


def own_membership(request: HttpRequest, municipality: int, *roles: str) -> Membership:
    """The person's membership in a municipality, in one of these roles."""
    rows = memberships(request.user).filter(municipality_id=municipality)
    found = rows.filter(role__in=roles or Membership.Role.values).first()
    if found is None:
        raise Http404("no municipality of this person")
    return found


def shown(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """A page of the portal."""
    return private(render(request, f"portal/{template}.html", context or {}, status=status))


def towns_of(request: HttpRequest) -> list[Municipality]:
    """The municipalities the person acts for."""
    return [row.municipality for row in memberships(request.user)]
