"""What the site adds to every answer."""

from collections.abc import Callable

from csp.constants import SELF
from django.http import Http404, HttpRequest, HttpResponse

# Wagtail's admin still needs inline script and style (wagtail/wagtail#1288).
ADMIN_POLICY = {"script-src": [SELF, "'unsafe-inline'"], "style-src": [SELF, "'unsafe-inline'"]}


class AdminContentSecurityPolicy:
    """Loosens the content security policy for signed-in editors only; the public site stays strict."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_update = ADMIN_POLICY | {"img-src": "blob:"}
        return response


class NoNulls:
    """Refuses addresses with a NUL before a database is asked for them: PostgreSQL cannot store one, and would fail."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path:
            raise Http404("an address with a NUL")
        return self.get_response(request)
