"""How long readers wait for the search: the site of AUSHANG_DATA_DIR, DATABASE_URL and SEARCH_URL, as it is.

One line a figure, with the engine, the number of pages and of hits:  python -m tests.benchmarks.search
"""

import os
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles

import django

# So many times each, or as often as fits into so many seconds.
ROUNDS, LEAST, WARM_UP, SECONDS = 60, 20, 2, 1.5
# All questions for so many seconds beforehand: a server that was started just now is no server that readers ask.
SECONDS_BEFORE = 15
QUESTIONS = {
    "a rare word": "q=Zufallsauswahl",
    "one article in sixteen": "q=Sprachpatenschaft",
    "one article in eight": "q=Linde",
    "a word in nearly every page": "q=Gemeinderat",
    "two words": "q=Planungszelle+Forellenbach",
    "a compound by its part": "q=Patenschaft",
    "a typing error": "q=Nachbarschaftsgesprch",
    "filters": "q=Gemeinderat&typ=news&jahr=2025&jahr=2024",
    "filters without words": "typ=news&jahr=2025",
    "a phrase": "q=%22Runder+Tisch%22",
}
WITHOUT_FACETS = {"a rare word", "one article in eight", "a word in nearly every page"}


def timed(deed: Callable[[], object]) -> str:
    """p50 and p95 in milliseconds, and the median of the processor's time, which other programs disturb less."""
    times, processor = [], []
    end = time.perf_counter() + SECONDS
    for number in range(ROUNDS + WARM_UP):
        start, started = time.perf_counter(), time.process_time()
        as_request(deed)
        if number >= WARM_UP:
            times.append((time.perf_counter() - start) * 1000)
            processor.append((time.process_time() - started) * 1000)
        if time.perf_counter() > end and len(times) >= LEAST:
            break
    p95 = quantiles(times, n=20)[-1]
    return f"p50 {median(times):.1f} ms, p95 {p95:.1f} ms (own processor {median(processor):.1f} ms)"


def as_request(deed: Callable[[], object]) -> None:
    """What is asked once a request is asked once, as when a reader comes."""
    from home.page import closed  # noqa: PLC0415

    closed.begin()
    deed()
    closed.end()


def measure(say: Callable[[str], None]) -> None:
    """Every question, with facets and some of them without."""
    from django.http import QueryDict  # noqa: PLC0415

    from home.page.models import BasePage  # noqa: PLC0415
    from search.engines.choice import all_engines  # noqa: PLC0415
    from search.finder import find  # noqa: PLC0415
    from search.query import SearchQuery  # noqa: PLC0415
    from search.related import related  # noqa: PLC0415
    from search.suggestions import suggestions  # noqa: PLC0415

    pages, name = BasePage.objects.readable().count(), all_engines()[0].name
    queries = {what: SearchQuery.from_address(QueryDict(address)) for what, address in QUESTIONS.items()}
    end = time.perf_counter() + SECONDS_BEFORE
    while time.perf_counter() < end:
        for query in queries.values():
            as_request(lambda query=query: find(query))
    for what, query in queries.items():
        results = find(query)
        if results.engine != name:
            raise RuntimeError(f"{results.engine} answered in the place of {name}")
        for with_facets in (True, False) if what in WITHOUT_FACETS else (True,):
            took = timed(lambda query=query, facets=with_facets: find(query, with_facets=facets))
            label = "with facets" if with_facets else "without"
            say(f"search, {name}, {pages:,} pages, {what} ({results.total:,} hits), {label}: {took}")
    say(f"suggestions, {name}, {pages:,} pages: {timed(lambda: suggestions(SearchQuery(text='Spra')))}")
    article = BasePage.objects.readable().newest_first()[0]
    say(f"related articles, {name}, {pages:,} pages: {timed(lambda: related(article))}")


def main() -> int:
    """All figures of one engine."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.benchmarks.settings")
    django.setup()

    from tests.benchmarks.upkeep import upkeep_lines  # noqa: PLC0415

    def say(line: str) -> None:
        print(line, flush=True)

    upkeep_lines(say)
    measure(say)
    return 0


if __name__ == "__main__":
    sys.exit(main())
