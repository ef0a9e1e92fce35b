"""Suggestions for the forms of the admin."""

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from .registry import list_of

LONGEST = 80


@require_safe
def suggestions(request: HttpRequest, label: str) -> JsonResponse:
    """`?q=`: the first entries of a long list, while somebody types. The admin lets in only its own people."""
    long_list = list_of(label)
    if long_list is None:
        raise Http404
    text = request.GET.get("q", "").strip()[:LONGEST]
    found = long_list.suggestions(text) if text and "\x00" not in text else []
    return JsonResponse({"suggestions": found})
