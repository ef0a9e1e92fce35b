"""What every page behind the door asks first: who is it, and is this theirs?"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...models import CaseStudyPage
from ..models import Membership
from ..people import is_editor, memberships
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
            request.acting = list(memberships(request.user))  # asked for once, whatever the view needs of it
            if not request.acting or is_editor(request.user):
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


def own_cases(request: HttpRequest, to_write: bool = False) -> QuerySet[CaseStudyPage]:
    """The case studies of the municipalities that the person acts for, or writes for; no other ones exist."""
    own = [row.municipality_id for row in request.acting if row.may_write or not to_write]
    return CaseStudyPage.objects.filter(municipality__in=own, case__isnull=False)


def own_case(request: HttpRequest, key: int) -> CaseStudyPage:
    """A case study of the person's municipality."""
    found = own_cases(request).filter(pk=key).select_related("municipality", "case", "state", "latest_revision").first()
    if found is None:
        raise Http404("no case study of this person")
    return found


def own_membership(request: HttpRequest, municipality: int, *roles: str) -> Membership:
    """The person's membership in a municipality, in one of these roles."""
    rows = [row for row in request.acting if row.municipality_id == municipality]
    found = next((row for row in rows if row.role in (roles or Membership.Role.values)), None)
    if found is None:
        raise Http404("no municipality of this person")
    return found


def shown(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """A page of the portal."""
    return private(render(request, f"portal/{template}.html", context or {}, status=status))
