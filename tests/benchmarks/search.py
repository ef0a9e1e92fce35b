"""Search on the site's own database: how long readers wait, how fast pages are indexed, how large the index is.

One line a figure, with the number of articles and of hits:  python -m tests.benchmarks.search
"""

import os
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles

import django

ROUNDS, WARM_UP = 40, 3
QUESTIONS = {
    "a rare word": "q=Zufallsauswahl",
    "an invented place": "q=Rabenstein",
    "some hundred hits": "q=Planungszelle",
    "a thousand hits": "q=Sprachpatenschaft",
    "a word in nearly every page": "q=Akademie",
    "two words": "q=Planungszelle+Forellenbach",
    "a compound by its part": "q=Gespräch",
    "a typing error": "q=Nachbarschaftsgesprch",
    "filters": "q=Akademie&typ=news&jahr=2025&jahr=2024",
    "filters without words": "typ=news&jahr=2025",
    "a phrase": "q=%22Runder+Tisch%22",
}


def timed(deed: Callable[[], object]) -> str:
    """p50 and p95 in milliseconds, and the median of the processor's time, which other programs disturb less."""
    times, processor = [], []
    for number in range(ROUNDS + WARM_UP):
        start, started = time.perf_counter(), time.process_time()
        deed()
        if number >= WARM_UP:
            times.append((time.perf_counter() - start) * 1000)
            processor.append((time.process_time() - started) * 1000)
    p95 = quantiles(times, n=20)[-1]
    return f"p50 {median(times):.1f} ms, p95 {p95:.1f} ms (processor {median(processor):.1f} ms)"


def measure(say: Callable[[str], None]) -> None:
    """All figures of the present database."""
    from django.http import QueryDict  # noqa: PLC0415

    from home.page.models import BasePage  # noqa: PLC0415
    from search.finder import find  # noqa: PLC0415
    from search.query import SearchQuery  # noqa: PLC0415
    from search.related import related  # noqa: PLC0415
    from search.suggestions import terms  # noqa: PLC0415

    pages = BasePage.objects.readable().count()
    for name, address in QUESTIONS.items():
        query = SearchQuery.from_address(QueryDict(address))
        results = find(query)
        for label, with_facets in (("with facets", True), ("without", False)):
            took = timed(lambda query=query, facets=with_facets: find(query, with_facets=facets))
            say(f"search {results.engine}, {pages:,} pages, {name} ({results.total:,} hits), {label}: {took}")
    say(f"suggested words, {pages:,} pages: {timed(lambda: terms(SearchQuery(text='Spra')))}")
    article = BasePage.objects.readable().newest_first()[0]
    say(f"related articles, {pages:,} pages: {timed(lambda: related(article))}")
    upkeep_lines(say, pages)


def upkeep_lines(say: Callable[[str], None], pages: int) -> None:
    """Rebuild, size, and from publishing to finding."""
    from django.db import connection  # noqa: PLC0415

    from news.models import ArticlePage  # noqa: PLC0415
    from search import tasks, upkeep  # noqa: PLC0415

    start = time.perf_counter()
    upkeep.rebuild()
    seconds = time.perf_counter() - start
    say(f"rebuild_index, {pages:,} pages: {seconds:.1f} s, {pages / seconds:.0f} pages/s")
    article = ArticlePage.objects.live().first()
    say(f"one page brought into the index, {pages:,} pages: {timed(lambda: tasks.refresh.call([article.pk]))}")
    if connection.vendor == "sqlite":
        question = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search_%%'"
    else:
        question = (
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname LIKE 'search_%%' AND relkind='r'"
        )
    with connection.cursor() as cursor:
        cursor.execute(question)
        say(f"index, {pages:,} pages: {cursor.fetchone()[0] / 1e6:.1f} MB")


def main() -> int:
    """Measures the database of DATABASE_URL or AUSHANG_DATA_DIR as it is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.benchmarks.settings")
    django.setup()
    measure(lambda line: print(line, flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
