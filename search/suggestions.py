"""Help while typing: frequent words that begin so, municipalities and subjects, then pages whose title fits.

Only what everybody may read.
"""

from collections.abc import Iterator

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from home.page.models import BasePage

from . import kinds, overviews, sources
from .deadline import NotAnswered, deadline
from .engines.base import Capability
from .engines.choice import engine_with
from .query import SearchQuery

SHORTEST, MOST_TERMS, MOST_NAMED, MOST = 2, 4, 2, 8
SECONDS = 1.0
TERM = "term"


def types() -> dict[str, str]:
    """What each type of suggestion is called: words lead to a search, all else to what it names."""
    return {TERM: gettext("Search"), **{kind: str(kinds.label_of_one(kind)) for kind in kinds.labels_by_kind()}}


def suggestions(query: SearchQuery) -> list[dict]:
    """Title, address and type of up to eight entries; a term leads to its search."""
    if len(query.text) < SHORTEST:
        return []
    places = list(named(query.text))
    known = {place["title"].casefold() for place in places}
    words = [word for word in terms(query) if word.casefold() not in known]
    listed = [{"title": word, "url": f"{reverse('search')}?{urlencode({'q': word})}", "type": TERM} for word in words]
    return [*listed, *places, *pages(query.text)][:MOST]


def named(text: str) -> Iterator[dict]:
    """Municipalities and subjects whose name begins so, a few of each."""
    for kind in (overviews.MUNICIPALITY, overviews.TOPIC):
        source = sources.BY_KIND[kind]
        for found in source.public(None).filter(beginning("name", text)).order_by("name")[:MOST_NAMED]:
            yield {"title": source.title(found), "url": source.url(found), "type": kind}


def terms(query: SearchQuery) -> list[str]:
    """The question with its last word completed."""
    if not query.words:
        return []
    *before, last = query.words
    if len(last) < SHORTEST:
        return []
    try:
        with deadline(SECONDS):
            return [" ".join([*before, word]) for word in engine_with(Capability.TERMS).terms(last, MOST_TERMS)]
    except NotAnswered:
        return []


def pages(text: str) -> list[dict]:
    """Pages by title, beginnings first."""
    found = list(titled(text)[:MOST])
    return [{"title": page.title, "url": page.get_url() or "/", "type": page.specific_class.kind} for page in found]


def titled(text: str) -> QuerySet:
    """Pages by title, beginnings first."""
    contains = Q(title__icontains=text) | Q(title__icontains=capital(text))
    place = Case(When(beginning("title", text), then=Value(0)), default=Value(1))
    return BasePage.objects.readable().filter(contains).order_by(place, "-display_date", "-pk")


def beginning(field: str, text: str) -> Q:
    """Texts that begin so. Some databases fold only ASCII letters: ask with a capital, too."""
    return Q(**{f"{field}__istartswith": text}) | Q(**{f"{field}__istartswith": capital(text)})


def capital(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]
