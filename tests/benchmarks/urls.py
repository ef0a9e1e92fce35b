"""The site's addresses, and a view that does nothing: the yardstick."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def constant(request: HttpRequest, size: int) -> HttpResponse:
    """As many bytes as asked for, through the same middleware and server."""
    return HttpResponse(b"x" * size)


urlpatterns = [path("constant/<int:size>/", constant), path("", include("aushang.urls"))]
handler404 = "aushang.errors.not_found"
