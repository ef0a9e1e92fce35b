"""Answers that are one reader's business."""

from django.http import HttpResponse


def private(response: HttpResponse) -> HttpResponse:
    """Not stored on the way, and in no index of a search engine."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
