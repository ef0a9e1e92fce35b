"""What approval costs on a full desk, against the same deeds on an empty one: measured in turns, medians."""

import json
from statistics import median
from typing import Any

from tests.servers.site import MeasuredSite

RUN = "from tests.benchmarks.{0} import {1}; {1}()"
TURNS = 3


def printed(site: MeasuredSite, module: str, function: str) -> str:
    """The last line that a function prints in the site's own process."""
    code = RUN.format(module, function)
    return site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines()[-1]


def in_turns(*sites: MeasuredSite) -> list[dict[str, Any]]:
    """Milliseconds of both verbs and queries of the explorer, for each site; a slow minute meets all of them."""
    found: list[list[dict[str, Any]]] = [[] for _site in sites]
    for _turn in range(TURNS):
        for site, figures in zip(sites, found, strict=True):
            figures.append(json.loads(printed(site, "desk", "measure")))
    return [
        {
            "submit": median(time for turn in figures for time in turn["submit"]),
            "approve": median(time for turn in figures for time in turn["approve"]),
            "queries": max(turn["queries"] for turn in figures),
        }
        for figures in found
    ]


def approval_lines(site: MeasuredSite, empty_site: MeasuredSite, articles: int) -> None:
    """Fills the desk, and prints each figure against the empty one."""
    size = printed(site, "desk", "fill")
    empty, full = in_turns(empty_site, site)
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
    print(printed(site, "difference", "difference_line"), flush=True)
