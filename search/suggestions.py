"""Titles that begin with or contain what was typed: few, and only of pages everybody may read."""

from django.db.models import Case, Q, QuerySet, Value, When

from home.page.models import BasePage

from .query import SearchQuery

SHORTEST, MOST = 2, 8


def suggestions(query: SearchQuery) -> list[dict]:
    """Title, address and type of up to eight pages, beginnings first."""
    if len(query.text) < SHORTEST:
        return []
    return [
        {"title": page.title, "url": page.get_url() or "/", "type": page.specific_class.kind}
        for page in titled(query.text)[:MOST]
    ]


def titled(text: str) -> QuerySet:
    """Pages by title. Some databases fold only ASCII letters: ask with a capital, too."""
    capital = text[:1].upper() + text[1:]
    begins = Q(title__istartswith=text) | Q(title__istartswith=capital)
    contains = Q(title__icontains=text) | Q(title__icontains=capital)
    place = Case(When(begins, then=Value(0)), default=Value(1))
    return BasePage.objects.readable().filter(contains).order_by(place, "-display_date", "-pk")
