"""The one door to searching: `find(SearchQuery) -> ResultPage`. No other file asks Wagtail's search.

The embedded search weighs each match against all others: a thousand matches cost a million steps. So matches
are collected without weighing, and weighed only while they are few; otherwise the newest come first, and the page
says so. A time limit stands behind it all.
"""

import time

from django.conf import settings
from django.core.paginator import InvalidPage, Page, Paginator
from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from home.page.models import BasePage
from home.page.refusals import NothingThere

from .deadline import TookTooLong, deadline
from .excerpt import excerpt, text_of
from .facets import chips, counts, facets
from .filters import Filter, all_but, filters_of
from .query import SearchQuery
from .results import Hit, ResultPage

ENGINES = {"sqlite": "sqlite", "postgresql": "postgres"}
MOST_WEIGHED = 200
SECONDS = 3.0


def find(query: SearchQuery) -> ResultPage:
    """The pages everybody may read that answer the question."""
    started = time.perf_counter()
    filters = {} if query.is_empty else filters_of(query)
    try:
        with deadline(SECONDS):
            found = {} if query.is_empty else answer(query, filters)
    except TookTooLong:
        found = {"took_too_long": True}
    took_ms = round((time.perf_counter() - started) * 1000)
    return ResultPage(query=query, engine=ENGINES[connection.vendor], took_ms=took_ms, **found)


def answer(query: SearchQuery, filters: dict[str, Filter]) -> dict:
    """Hits, facets and numbers."""
    pages = matches(query)
    found = counts(pages, filters)
    page = numbered(found.total, query.page)
    order = "relevance" if can_be_weighed(query, pages) else "date"
    if order == "relevance":
        pages = matches(query, by_relevance=True)
    wanted = pages.filter(all_but(filters)) if order == "relevance" else pages.filter(all_but(filters)).newest_first()
    return {
        "total": found.total,
        "page": page,
        "hits": [hit(found_page, query.words) for found_page in wanted.specific()[first(page) : last(page)]],
        "facets": facets(query, found, filters),
        "chips": chips(query, filters),
        "order": order,
    }


def matches(query: SearchQuery, by_relevance: bool = False) -> QuerySet:
    """The readable pages that hold all words; every readable page if no words are asked for."""
    pages = BasePage.objects.readable()
    if not query.words:
        return pages.none() if query.text else pages
    found = pages.search(" ".join(query.words), operator="and", order_by_relevance=by_relevance)
    return found.get_queryset()


def can_be_weighed(query: SearchQuery, pages: QuerySet) -> bool:
    """Whether the matches are words' matches, and few."""
    return bool(query.words) and pages.order_by()[: MOST_WEIGHED + 1].count() <= MOST_WEIGHED


def numbered(total: int, number: int) -> Page:
    """One page of that many results; an empty first page if there are none."""
    try:
        return Paginator(range(total), settings.AUSHANG_PAGE_SIZE).page(number)
    except InvalidPage:
        raise NothingThere(_("The results have no page “%(number)s”.") % {"number": number}) from None


def first(page: Page) -> int:
    """The place of the first result of a page."""
    return (page.number - 1) * page.paginator.per_page


def last(page: Page) -> int:
    """The place after its last result."""
    return page.number * page.paginator.per_page


def hit(page: BasePage, words: list[str]) -> Hit:
    """What the list of results shows of a page."""
    return Hit(
        title=page.title,
        url=page.get_url() or "/",
        kind=page.kind,
        kind_label=page.kind_label,
        date=page.shown_date,
        excerpt=excerpt(text_of(page), words),
    )


def answers() -> bool:
    """Whether searching works at all; for the readiness check."""
    list(matches(SearchQuery(text="Aushang")).values_list("pk")[:1])
    return True
