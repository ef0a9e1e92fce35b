"""Runs the default suite on PostgreSQL with Redis as its cache, the PDFs through veraPDF, then the cluster's tests on
search servers.

Says by name what could not be started. Servers are started for it and stopped afterwards:  python -m tests.servers
"""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from threading import Lock
from typing import TextIO

from .elastic import elastic
from .opensearch import opensearch
from .opensearch.versions import OPENSEARCH_3
from .postgres import postgres
from .redis import redis
from .server import NotHere, own_folder
from .verapdf import verapdf

Servers = dict[str, tuple[str, Callable]]
# One at a time: what is fetched first goes into folders that all of them share.
starting = Lock()
DATABASES: Servers = {
    "PostgreSQL": ("DATABASE_URL", postgres),
    "Redis": ("CACHE_URL", redis),
}
# What is typeset is the same on every database.
PAPER: Servers = {"veraPDF": ("VERAPDF_JAR", verapdf)}
PAPER_TESTS = "tests/pdf"
CLUSTERS: Servers = {
    "OpenSearch 2": ("OPENSEARCH_TEST_URL", opensearch),
    "Elasticsearch (stand-in, or the one of ELASTICSEARCH_URL)": ("ELASTIC_TEST_URL", elastic),
}
NEWER: Servers = {"OpenSearch 3": ("OPENSEARCH_TEST_URL", partial(opensearch, OPENSEARCH_3))}
# What differs between versions shows in bodies, mappings and answers; the rest is ours and was run on version 2.
SELECTION = [
    f"tests/search/{name}"
    for name in (
        "cluster/test_answers.py",
        "cluster/test_bodies.py",
        "test_finding.py",
        "test_filters.py",
        "test_relevance.py",
        "test_upkeep.py",
    )
]


def main() -> int:
    """Four runs, each on the servers there are; the worst result counts.

    The first one keeps two processors busy. The others wait for their servers most of the time, so they share them.
    """
    options = sys.argv[1:]
    many = ["-n", "auto", "--dist", "loadgroup"]
    databases = run(DATABASES, "DATABASE_URL", [*many, f"--ignore={PAPER_TESTS}", *options])
    if "FAULT_TESTS" not in os.environ:
        print("not run: faults of a cluster of three nodes (FAULT_TESTS=1 runs them)", flush=True)
    print("on OpenSearch 3 a selection:", *SELECTION, flush=True)
    with ThreadPoolExecutor(2) as pool:
        others = [
            pool.submit(beside, CLUSTERS, "", ["-m", "cluster", *options]),
            pool.submit(beside, PAPER, "VERAPDF_JAR", [PAPER_TESTS, "-k", "verapdf", *options]),
            pool.submit(beside, NEWER, "", ["-m", "cluster", *SELECTION, *options]),
        ]
        return max(databases, *(run.result() for run in others))


def beside(servers: Servers, needed: str, options: list[str]) -> int:
    """A run that is not alone: it has a database of its own, and says everything at its end."""
    with own_folder() as folder, (folder / "said.txt").open("w+") as said:
        result = run(servers, needed, options, said, AUSHANG_DATA_DIR=str(folder))
        said.seek(0)
        print(said.read(), flush=True)
    return result


def run(servers: Servers, needed: str, options: list[str], said: TextIO = sys.stdout, **more: str) -> int:
    """Starts what there is and runs pytest; nothing to run without the needed one, or without any."""
    environment = os.environ | more
    say = partial(print, file=said, flush=True)
    with ExitStack() as stack:
        for name, (variable, server) in servers.items():
            try:
                with starting:
                    environment[variable] = stack.enter_context(server())
            except NotHere as reason:
                say(f"not started: {name} ({reason})")
            else:
                say(f"started: {name}")
        started = [variable for variable, _server in servers.values() if variable in environment]
        if not started or (needed and needed not in started):
            return 0
        pytest = [sys.executable, "-m", "pytest", *options]
        return subprocess.run(pytest, env=environment, check=False, stdout=said, stderr=said).returncode


if __name__ == "__main__":
    sys.exit(main())
