"""What readers see when a page is not there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from home.page.refusals import NothingThere


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A 404; only a text that was written for readers is shown."""
    sentence = str(exception) if isinstance(exception, NothingThere) else ""
    return render(request, "404.html", {"sentence": sentence}, status=404)
