"""Help while typing: frequent words that begin so, then pages whose title fits. Only what everybody may read."""

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.http import urlencode

from home.page.models import BasePage

from .deadline import NotAnswered, deadline
from .engines.base import Capability
from .engines.choice import engine_with
from .query import SearchQuery

SHORTEST, MOST_TERMS, MOST = 2, 4, 8
SECONDS = 1.0
TERM = "term"


def suggestions(query: SearchQuery) -> list[dict]:
    """Title, address and type of up to eight entries; a term leads to its search."""
    if len(query.text) < SHORTEST:
        return []
    found = pages(query.text)
    words = terms(query)[: max(MOST_TERMS, MOST - len(found))][:MOST_TERMS]
    listed = [{"title": word, "url": f"{reverse('search')}?{urlencode({'q': word})}", "type": TERM} for word in words]
    return [*listed, *found][:MOST]


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
    """Pages by title. Some databases fold only ASCII letters: ask with a capital, too."""
    capital = text[:1].upper() + text[1:]
    begins = Q(title__istartswith=text) | Q(title__istartswith=capital)
    contains = Q(title__icontains=text) | Q(title__icontains=capital)
    place = Case(When(begins, then=Value(0)), default=Value(1))
    return BasePage.objects.readable().filter(contains).order_by(place, "-display_date", "-pk")
