"""Measures the pages readers ask for most, with few and with many articles:  python -m tests.benchmarks"""

import os
import re
import sys
import time

from tests.servers.site import MeasuredSite, measured_site, twin_of

from . import engines
from .actions import first_rendering_line, hostile_line, stored_pdf_line
from .approval import approval_lines
from .load import Connection, against_constant
from .places import places_lines
from .portal import portal_lines

ARTICLE = "/aktuelles/{slug}/"
PAGES = {"article page": ARTICLE, "news list": "/aktuelles/", "search page": "/suche/?q=Integration"}
RARE, COMMON = "Zufallsauswahl", "Kommunen"


def amounts() -> list[int]:
    """Numbers of generated articles for pages and approval."""
    return [100, 10_000, 100_000] if os.environ.get("FULL") else [100, 10_000]


def line(name: str, articles: int, path: str, port: int) -> None:
    """Prints one figure against its yardstick."""
    rate, yardstick, size = against_constant(port, path)
    print(
        f"{name}, {articles:,} articles: {rate:.1f} requests/s; "
        f"constant view of the same {size:,} bytes: {yardstick:.1f} requests/s; ratio {rate / yardstick:.3f}",
        flush=True,
    )


def seconds_of(port: int, path: str) -> float:
    """How long one answer takes; at most two minutes."""
    start = time.perf_counter()
    Connection(port, path).ask()
    return time.perf_counter() - start


def search_line(articles: int, port: int) -> None:
    """A common word against a rare one: stock ranking would be quadratic, so its work is bounded."""
    rare, common = (min(seconds_of(port, f"/suche/?q={word}") for _try in range(3)) for word in (RARE, COMMON))
    print(
        f"search for a common word, {articles:,} articles: {common * 1000:.0f} ms; "
        f"rare word: {rare * 1000:.0f} ms; ratio {common / rare:.1f}",
        flush=True,
    )


def first_article(site: MeasuredSite) -> str:
    """The slug of the newest article."""
    stream = Connection(site.port, "/aktuelles/").stream
    stream.sendall(b"GET /aktuelles/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    page = b"".join(iter(lambda: stream.recv(65536), b"")).decode()
    return re.search(r'href="(?:https?://[^"/]+)?/aktuelles/([\w-]+)/"', page)[1]


def measure(site: MeasuredSite, articles: int) -> None:
    """All figures with this number of articles."""
    start = time.perf_counter()
    site.manage("load_demo", "--articles", str(articles))
    print(f"load_demo --articles {articles:,}: {time.perf_counter() - start:.1f} s", flush=True)
    with site.served():
        slug = first_article(site)
        for name, path in PAGES.items():
            line(name, articles, path.format(slug=slug), site.port)
        stored_pdf_line(site.port, ARTICLE.format(slug=slug) + "artikel.pdf")
        search_line(articles, site.port)


def main() -> int:
    """One site grows: pages with each amount, the search on it in between; what takes longest comes last."""
    few, *many = amounts()
    small, *large = engines.amounts()
    with engines.postgres_twin() as other, measured_site() as site, twin_of(site) as empty:
        measure(site, few)
        engines.lines(site, small, other)
        for articles in many:
            measure(site, articles)
        approval_lines(site, empty, many[-1])
        first_rendering_line(site)
        with site.served():
            hostile_line(site, ARTICLE.format(slug=first_article(site)))
        places_lines()
        portal_lines()
        for articles in large:
            engines.lines(site, articles, other)
    return 0


if __name__ == "__main__":
    sys.exit(main())
