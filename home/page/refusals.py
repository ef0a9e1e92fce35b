"""Not found, with a sentence that helps."""

from django.http import Http404


class NothingThere(Http404):
    """A 404 whose text is shown to the reader. Other 404s keep their internal text to themselves."""
