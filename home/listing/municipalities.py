"""The public pages of municipalities, and how to find one."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.bodies.finding import LONGEST, find
from home.bodies.models import Municipality, PlaceName
from home.page.queryset import load_teasers
from home.page.refusals import NothingThere

from .index import numbered
from .places import shelves, territory, with_content

SHOWN_OF_A_KIND, FOUND, ON_A_PAGE = 6, 50, 120


@require_safe
def municipality_page(request: HttpRequest, slug: str) -> HttpResponse:
    """`/kommunen/<slug>/`: what there is about it. Official keys and former municipalities lead on."""
    town = at(slug)
    target = in_force(town)
    if target != town or slug != town.slug:
        return HttpResponsePermanentRedirect(target.get_absolute_url(), headers={"Cache-Control": "max-age=300"})
    towns = territory(town)
    lists = load_teasers(*(shelf.find(towns)[: SHOWN_OF_A_KIND + 1] for shelf in shelves()))
    found = zip(shelves(), lists, strict=True)
    context = {
        "municipality": town,
        "canonical": settings.BASE_URL + town.get_absolute_url(),
        "shelves": [(shelf, pages[:SHOWN_OF_A_KIND], pages[SHOWN_OF_A_KIND:]) for shelf, pages in found if pages],
        "former_names": list(town.place_names.filter(rank=PlaceName.Rank.FORMER_NAME).order_by("former")),
    }
    return render(request, "pages/municipality.html", context)


@require_safe
def municipalities_page(request: HttpRequest) -> HttpResponse:
    """`/kommunen/`: a search that works without script; before that, those that there is something about."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    if text:
        context = {"text": text, "found": find(text, FOUND)}
    else:
        context = {"list": numbered(with_content().order_by("name", "pk"), request, ON_A_PAGE)}
    response = render(request, "pages/municipalities.html", context)
    if text:
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def municipality_suggestions(request: HttpRequest) -> JsonResponse:
    """`/kommunen/vorschlaege/?q=`: the first ones, while somebody types. The official list is public."""
    entries = [found.as_json() for found in find(request.GET.get("q", ""))]
    for entry in entries:
        entry["title"] = entry["label"]
    return JsonResponse({"suggestions": entries}, headers={"X-Robots-Tag": "noindex", "Cache-Control": "max-age=300"})


def at(word: str) -> Municipality:
    """By its address part or by an official key."""
    keys = Q(ars=word) | Q(ags=word) if word.isdigit() else Q()
    town = Municipality.objects.select_related("successor").filter(Q(slug=word) | keys).first()
    if town is None:
        raise NothingThere(_("There is no municipality “%(value)s”.") % {"value": word[:40]})
    return town


def in_force(town: Municipality) -> Municipality:
    """The municipality itself, or the one that it became part of."""
    seen = {town.pk}
    while town.successor and town.successor_id not in seen:
        town = town.successor
        seen.add(town.pk)
    return town
