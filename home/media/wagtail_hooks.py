"""The document view asks for permission."""

from django.http import Http404, HttpRequest
from wagtail import hooks

from .access import may_read
from .models import File


@hooks.register("before_serve_document")
def refuse_unpublished_document(document: File, request: HttpRequest) -> None:
    """A document that no public page offers does not exist for readers."""
    if not may_read(request.user, document):
        raise Http404
