"""The one door to searching: `find(SearchQuery) -> ResultPage`. Page, JSON, feeds and lists use nothing else."""

import logging
import time
from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.core.paginator import InvalidPage, Page, Paginator
from django.db import DatabaseError
from django.utils.translation import gettext as _

from home.page.refusals import NothingThere

from . import fruitless
from .called import keys_called
from .deadline import NotAnswered, TookTooLong, answered, deadline
from .engines.base import Answer, Capability, Engine, EngineAway, Scope
from .engines.choice import all_engines, embedded
from .engines.readable import gone_beside
from .excerpt import Marker
from .facets import chips, facets
from .hits import hits
from .labels import require_known
from .language import language
from .models import IndexState, PinnedHit
from .public_now import one_answer
from .query import SearchQuery
from .results import ResultPage

logger = logging.getLogger(__name__)
SECONDS = 3.0


def find(query: SearchQuery, with_facets: bool = True, size: int | None = None) -> ResultPage:
    """The pages everybody may read that answer the question."""
    started = time.perf_counter()
    known = require_known(query)
    size = size or settings.AUSHANG_PAGE_SIZE
    results = {}
    engine: Engine = all_engines()[0]
    if not query.is_empty:
        try:
            with answered():  # not that question's fault: the first one of a process reads what is known of German
                state = IndexState.current()
                language(state).learn()
            with deadline(SECONDS), one_answer():
                scope = scope_of(query, size, with_facets, state)
                engine, answer, is_fallback = ask(query, scope)
                results = told(query, answer, scope) | {"is_fallback": is_fallback, "chips": chips(query, known)}
        except NotAnswered as reason:
            results = {"took_too_long" if isinstance(reason, TookTooLong) else "is_broken": True}
    took_ms = round((time.perf_counter() - started) * 1000)
    return ResultPage(query=query, engine=engine.name, took_ms=took_ms, **results)


def scope_of(query: SearchQuery, size: int, with_facets: bool, state: IndexState) -> Scope:
    """The slice of a page, and what comes first on it."""
    pinned = pinned_keys(query, state) if query.words and query.sort == "relevance" else ()
    return Scope((query.page - 1) * size, size, pinned, with_facets=with_facets, state=state)


def ask(query: SearchQuery, scope: Scope) -> tuple[Engine, Answer, bool]:
    """The first engine that answers; whether it is not the one that should."""
    engines = all_engines()
    for engine in engines[:-1]:
        try:
            return engine, engine.search(query, restricted(engine, scope)), False
        except EngineAway:
            logger.warning("The search %s is away; the index in the database answers", engine.name)
    return engines[-1], engines[-1].search(query, scope), len(engines) > 1


def restricted(engine: Engine, scope: Scope) -> Scope:
    """For engines that cannot ask the database: what they may hold and must not find."""
    if Capability.LIVE_PAGES in engine.capabilities:
        return scope
    index, state = embedded(), scope.index

    def hidden(keys: Iterable[int] | None = None) -> frozenset[int]:
        return frozenset(gone_beside(index.others(state.generation) if keys is None else keys))

    return replace(scope, state=state, excluded=index.late_pages(state.generation), hidden=hidden)


def told(query: SearchQuery, answer: Answer, scope: Scope) -> dict:
    """Hits, facets and numbers."""
    page = numbered(answer.total, query.page, scope.count)
    words = language(scope.index)
    is_partial = answer.is_relaxed and len(words.stems(query.text)) == 1
    # A later page, another order and a feed that a program fetches again and again are no further questions.
    if (answer.is_loose or not answer.total) and query.page == 1 and query.sort == "relevance":
        fruitless.remember(query, answer.is_loose)
    marker = Marker.of(words, answer.correction or query.text)
    return {
        "total": answer.total,
        "page": page,
        "hits": hits(answer.matches, marker, scope.index.generation),
        "facets": facets(query, answer.facets) if answer.facets or query.chosen else [],
        "order": answer.order,
        "suggestion": answer.correction,
        "is_relaxed": answer.is_relaxed,
        "is_partial": is_partial,
        "is_loose": answer.is_loose,
    }


def pinned_keys(query: SearchQuery, state: IndexState) -> tuple[int, ...]:
    """The pages that editors put on top of this question, whatever forms its words have; then those called so."""
    words = language(state)
    pins = list(PinnedHit.objects.values_list("question", "page_id"))
    asked = set(words.stems(query.text))
    chosen = [page for question, page in pins if set(words.stems(question)) == asked]
    return tuple(dict.fromkeys([*chosen, *keys_called(query.text, words, state)]))


def numbered(total: int, number: int, size: int) -> Page:
    """One page of that many results; an empty first page if there are none."""
    try:
        return Paginator(range(total), size).page(number)
    except InvalidPage:
        raise NothingThere(_("The results have no page “%(number)s”.") % {"number": number}) from None


def keys_of(text: str, count: int, is_strict: bool = True) -> list[int]:
    """The keys of what answers a whole text, best first; for lists that editors keep. None if not in time."""
    query = SearchQuery(text=text)
    if not query.words:
        return []
    try:
        with deadline(SECONDS), one_answer():
            _engine, answer, _is_fallback = ask(query, Scope(count=count, with_facets=False, is_strict=is_strict))
    except NotAnswered:
        return []
    return [match.key for match in answer.matches]


def answers() -> bool:
    """Whether searching works at all; for the readiness check."""
    try:
        return any(engine.health().answers for engine in all_engines())
    except DatabaseError:
        return False
