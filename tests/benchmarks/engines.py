"""The search on every engine that can be started on this machine:  python -m tests.benchmarks.engines"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.servers.opensearch import opensearch
from tests.servers.postgres import postgres
from tests.servers.server import NotHere, own_folder
from tests.servers.site import ROOT, MeasuredSite, measured_site

from . import twin

COMMAND = [sys.executable, "-m", "tests.benchmarks.search"]
# Waits until the tables are there; gives the address, or nothing if there is no server.
Twin = Callable[[], str]


def amounts() -> list[int]:
    """Numbers of generated articles."""
    return [1_000, 20_000, 100_000] if os.environ.get("FULL") else [1_000, 20_000]


@contextmanager
def postgres_twin() -> Iterator[Twin]:
    """A PostgreSQL whose tables are made while others set up their pages."""
    try:
        with postgres() as address, own_folder() as folder:
            migrating = MeasuredSite(folder, DATABASE_URL=address).started("migrate", "--verbosity", "0")

            def when_ready() -> str:
                if migrating.wait():
                    raise RuntimeError("the tables could not be made in PostgreSQL")
                return address

            yield when_ready
            migrating.wait()
    except NotHere as reason:
        print(f"not started: PostgreSQL ({reason})", flush=True)
        yield str


def lines(site: MeasuredSite, articles: int, other: Twin) -> None:
    """SQLite, OpenSearch and PostgreSQL over the same pages, on a site that grows to this number."""
    site.manage("load_demo", "--articles", str(articles))
    measure(site)
    try:
        with opensearch() as cluster:
            measure(site, SEARCH_URL=cluster, SEARCH_REPLICAS="0")
    except NotHere as reason:
        print(f"not started: OpenSearch ({reason})", flush=True)
    if address := other():
        twin.copy(site.database, address)
        measure(site, DATABASE_URL=address)


def measure(site: MeasuredSite, **more: str) -> None:
    """In a process of its own, as the site's settings are read once."""
    subprocess.run(COMMAND, cwd=ROOT, env=site.environment | more, check=True)


def main() -> int:
    """Engine by engine."""
    with postgres_twin() as other, measured_site() as site:
        for articles in amounts():
            lines(site, articles, other)
    return 0


if __name__ == "__main__":
    sys.exit(main())
