"""Not found, or not understood, with a sentence that helps."""

from django.core.exceptions import BadRequest
from django.http import Http404


class NothingThere(Http404):
    """A 404 whose text is shown to the reader. Other 404s keep their internal text to themselves."""


class NotArrived(BadRequest):
    """A 400 whose text is shown to the person: what they sent cannot be read."""
