"""The search page, its JSON form, and suggestions while typing."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.page.refusals import NothingThere

from . import kinds
from .finder import find
from .query import SearchQuery
from .suggestions import suggestions


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`/suche/`: a page for people; `format=json` for programs."""
    if request.GET.get("format") == "json":
        return search_as_json(request)
    results = find(SearchQuery.from_address(request.GET))
    context = {"results": results, "kinds": kinds.labels()}
    response = render(request, "pages/search.html", context, status=results.status)
    return unlisted(response)


def search_as_json(request: HttpRequest) -> JsonResponse:
    """The answer, or the sentence why there is none."""
    try:
        results = find(SearchQuery.from_address(request.GET))
    except NothingThere as refusal:
        return unlisted(JsonResponse({"error": str(refusal)}, status=404))
    return unlisted(JsonResponse(results.as_json(), status=results.status))


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """`/suche/vorschlaege/`: pages whose title fits."""
    return unlisted(JsonResponse({"suggestions": suggestions(SearchQuery.from_address(request.GET))}))


def unlisted(response: HttpResponse) -> HttpResponse:
    """Keeps results out of other search engines."""
    response["X-Robots-Tag"] = "noindex"
    return response
