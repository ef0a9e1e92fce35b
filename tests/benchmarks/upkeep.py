"""What the index costs: building it, its size, and how long it takes from publishing to finding."""

import random
import string
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

from django.db import connection
from django_tasks_db.models import DBTaskResult

from home.page.models import BasePage
from news.models import ArticlePage
from search import pages
from search.engines.base import Engine
from search.engines.choice import all_engines
from search.finder import find
from search.query import SearchQuery
from tests.servers.site import ROOT

TIMES, PATIENCE = 4, 120
OPEN = ("READY", "RUNNING")
SIZES = {
    "sqlite": "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search_%'",
    "postgresql": (
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname LIKE 'search_%' AND relkind = 'r'"
    ),
}


def upkeep_lines(say: Callable[[str], None]) -> None:
    """Rebuild, size, and from publishing to finding, with a worker of the site's own kind."""
    engine, count = all_engines()[0], BasePage.objects.readable().count()
    start = time.perf_counter()
    engine.rebuild(pages.documents(pages.all_keys()))
    seconds = time.perf_counter() - start
    say(f"rebuild_index, {engine.name}, {count:,} pages: {seconds:.1f} s, {count / seconds:.0f} pages/s")
    say(f"index, {engine.name}, {count:,} pages: {size(engine) / 1e6:.1f} MB")
    with worker():
        delay(new_word(), engine.name)  # warms up
        delays = sorted(delay(new_word(), engine.name) for _time in range(TIMES))
    say(
        f"from publishing to finding, {engine.name}, {count:,} pages, idle task worker: "
        f"median {median(delays) * 1000:.0f} ms, longest {delays[-1] * 1000:.0f} ms"
    )


def size(engine: Engine) -> int:
    """Bytes of the index."""
    if engine.name == "cluster":
        return engine.connection.ask("GET", f"/{engine.address.prefix}/_stats/store")["_all"]["total"]["store"][
            "size_in_bytes"
        ]
    with connection.cursor() as cursor:
        cursor.execute(SIZES[connection.vendor])
        return int(cursor.fetchone()[0])


@contextmanager
def worker() -> Iterator[None]:
    """The task worker, as the demo starts it, with nothing else to do."""
    DBTaskResult.objects.all().delete()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "db_worker", "--no-reload", "--interval", "1"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def wait_until_idle() -> None:
    """Until the worker has done what the page before it left to do; its PDF, for example."""
    while DBTaskResult.objects.filter(status__in=OPEN).exists():
        time.sleep(0.05)


def new_word() -> str:
    """A word that is in no page, and unlike any other, so that no typing error is suspected."""
    return "".join(random.choices(string.ascii_lowercase, k=14))


def delay(word: str, name: str) -> float:
    """Seconds from publishing a new title until the search finds it."""
    page = ArticlePage.objects.live().order_by("pk")[0]
    page.title = f"Findeprobe {word}"
    wait_until_idle()
    start = time.perf_counter()
    page.save_revision().publish(skip_permission_checks=True)
    while not (found := find(SearchQuery(text=word), with_facets=False)).total or found.engine != name:
        if time.perf_counter() - start > PATIENCE:
            raise RuntimeError(f"{word} was not found within {PATIENCE} seconds")
        time.sleep(0.02)
    return time.perf_counter() - start
