"""Runs the default suite on PostgreSQL with Redis as its cache, the PDFs through veraPDF, then the cluster's tests on
search servers.

Says by name what could not be started. Servers are started for it and stopped afterwards:  python -m tests.servers
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from .elastic import elastic
from .opensearch import opensearch
from .opensearch.versions import OPENSEARCH_3
from .postgres import postgres
from .redis import redis
from .server import NotHere
from .verapdf import verapdf

Servers = dict[str, tuple[str, Callable]]
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
    """Three runs, each on the servers there are; the worst result counts."""
    options = sys.argv[1:]
    many = ["-n", "auto", "--dist", "loadgroup"]
    databases = run(DATABASES, "DATABASE_URL", [*many, f"--ignore={PAPER_TESTS}", *options])
    paper = run(PAPER, "VERAPDF_JAR", [PAPER_TESTS, "-k", "verapdf", *options])
    if "FAULT_TESTS" not in os.environ:
        print("not run: faults of a cluster of three nodes (FAULT_TESTS=1 runs them)", flush=True)
    clusters = run(CLUSTERS, "", ["-m", "cluster", *options])
    print("on OpenSearch 3 a selection:", *SELECTION, flush=True)
    return max(databases, paper, clusters, run(NEWER, "", ["-m", "cluster", *SELECTION, *options]))


def run(servers: Servers, needed: str, options: list[str]) -> int:
    """Starts what there is and runs pytest; nothing to run without the needed one, or without any."""
    environment = dict(os.environ)
    with ExitStack() as stack:
        for name, (variable, server) in servers.items():
            try:
                environment[variable] = stack.enter_context(server())
            except NotHere as reason:
                print(f"not started: {name} ({reason})", flush=True)
            else:
                print(f"started: {name}", flush=True)
        started = [variable for variable, _server in servers.values() if variable in environment]
        if not started or (needed and needed not in started):
            return 0
        return subprocess.run([sys.executable, "-m", "pytest", *options], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
