"""The municipalities' portal with all of Germany in it, on PostgreSQL:  python -m tests.benchmarks.portal"""

import json
import sys
import time

from tests.servers.postgres import postgres
from tests.servers.server import NotHere, own_folder
from tests.servers.site import MeasuredSite

from .autosaves import Writer, burst, paced
from .load import requests_per_second

RUN = "from tests.benchmarks.{0} import {1}; {1}()"
# A form is saved every 15 seconds: 500 people are 35 saves a second, and 150 when many begin at once.
SECONDS, PACES = 8.0, (35, 150)


def portal_lines() -> None:
    """Fills a database of its own and prints each figure."""
    try:
        with postgres() as url, own_folder() as folder:
            site = MeasuredSite(folder)
            site.environment["DATABASE_URL"] = url
            lines_of(site)
    except NotHere as reason:
        print(f"not measured: the portal on PostgreSQL ({reason})", flush=True)


def lines_of(site: MeasuredSite) -> None:
    """Saves over the network; the rest in the site's own process."""
    start = time.perf_counter()
    site.manage("migrate", "--verbosity", "0")
    people = json.loads(run(site, "town_halls", "fill").splitlines()[-1])
    print(
        f"portal: 15,000 accounts, 10,000 case studies on PostgreSQL written in {time.perf_counter() - start:.0f} s",
        flush=True,
    )
    with site.served():
        autosave_lines(site.port, people)
    print(run(site, "portal_deeds", "measure"), flush=True)


def run(site: MeasuredSite, module: str, function: str) -> str:
    """A function of the benchmarks, in the site's own process."""
    return site.manage("shell", "--verbosity", "0", "-c", RUN.format(module, function)).strip()


def autosave_lines(port: int, people: list[dict[str, str]]) -> None:
    """One person alone, sixty as fast as they are answered, and five hundred at the pace of a last evening."""
    writers = [Writer(port, **person) for person in people]
    for writer in writers[:4]:
        writer.save()  # warms up
    constant = requests_per_second(port, "/constant/1000/", 2)
    against = f"constant view: {constant:.0f} requests/s; ratio"
    for count, aim in ((1, ""), (60, "; aim 35 saves/s")):
        rate, slowest = burst(writers[:count], SECONDS)
        print(
            f"autosaves, {count} writing: {rate:.1f} saves/s, p95 {slowest:.0f} ms; "
            f"{against} {rate / constant:.3f}{aim}",
            flush=True,
        )
    for rate in PACES:
        took, slowest = paced(writers, rate)
        print(
            f"autosaves, {len(writers)} people, {rate} a second for {len(writers) / rate:.1f} s: all saved within "
            f"{took:.1f} s, p95 {slowest:.0f} ms; {against} {len(writers) / took / constant:.3f}",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(portal_lines())
