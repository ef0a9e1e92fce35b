"""The search on every engine that can be started on this machine:  python -m tests.benchmarks.engines"""

import os
import subprocess
import sys

from tests.servers.opensearch import opensearch
from tests.servers.postgres import postgres
from tests.servers.server import NotHere
from tests.servers.site import ROOT, MeasuredSite, measured_site

COMMAND = [sys.executable, "-m", "tests.benchmarks.search"]


def amounts() -> list[int]:
    """Numbers of generated articles."""
    return [1_000, 20_000, 100_000] if os.environ.get("FULL") else [1_000, 20_000]


def embedded_and_cluster_lines(site: MeasuredSite, articles: int) -> None:
    """SQLite, and OpenSearch over the same pages, on a site that grows to this number."""
    site.manage("load_demo", "--articles", str(articles))
    measure(site)
    try:
        with opensearch() as cluster:
            measure(site, SEARCH_URL=cluster, SEARCH_REPLICAS="0")
    except NotHere as reason:
        print(f"not started: OpenSearch ({reason})", flush=True)


def postgres_lines() -> None:
    """The same pages in PostgreSQL, on a site of its own."""
    try:
        with postgres() as address, measured_site(DATABASE_URL=address) as site:
            for articles in amounts():
                site.manage("load_demo", "--articles", str(articles))
                measure(site)
    except NotHere as reason:
        print(f"not started: PostgreSQL ({reason})", flush=True)


def measure(site: MeasuredSite, **more: str) -> None:
    """In a process of its own, as the site's settings are read once."""
    subprocess.run(COMMAND, cwd=ROOT, env=site.environment | more, check=True)


def main() -> int:
    """Engine by engine."""
    with measured_site() as site:
        for articles in amounts():
            embedded_and_cluster_lines(site, articles)
    postgres_lines()
    return 0


if __name__ == "__main__":
    sys.exit(main())
