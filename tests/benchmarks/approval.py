"""What approval costs on a full desk, against the same deeds on an empty one."""

import json

from tests.servers.site import MeasuredSite

RUN = "from tests.benchmarks.desk import {0}; {0}()"


def measured(site: MeasuredSite) -> dict[str, float]:
    """Milliseconds of submit and approve, and queries of the explorer, as the site is now."""
    printed = site.manage("shell", "--verbosity", "0", "-c", RUN.format("measure"))
    return json.loads(printed.strip().splitlines()[-1])


def approval_lines(site: MeasuredSite, empty: dict[str, float], articles: int) -> None:
    """Fills the desk, and prints each figure against the empty one."""
    size = site.manage("shell", "--verbosity", "0", "-c", RUN.format("fill")).strip().splitlines()[-1]
    full = measured(site)
    for verb in ("submit", "approve"):
        print(
            f"{verb}, {articles:,} articles, {size}: {full[verb]:.1f} ms; empty desk: {empty[verb]:.1f} ms; "
            f"ratio {full[verb] / empty[verb]:.2f}",
            flush=True,
        )
    print(
        f"explorer, {articles:,} articles, {size}: {full['queries']} queries; empty desk: {empty['queries']}",
        flush=True,
    )
