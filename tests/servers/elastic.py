"""A server that speaks Elasticsearch's interface: proof of the client's path, not of relevance."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from .packages import program_of_package
from .server import free_port, own_folder, running

PACKAGE, PROGRAM = "noida-db==0.2.3", "noida_db/noida-db"


@contextmanager
def elastic() -> Iterator[str]:
    """The address (ELASTIC_TEST_URL): a real Elasticsearch when ELASTICSEARCH_URL names one, else a stand-in."""
    if real := os.environ.get("ELASTICSEARCH_URL"):
        yield real
        return
    program, port = program_of_package(PACKAGE, PROGRAM), free_port()
    with own_folder() as folder:
        options = ["start", "--only", "elasticsearch", "--elasticsearch-port", str(port), "--data-dir", str(folder)]
        with running([str(program), *options], port):
            yield f"elasticsearch://127.0.0.1:{port}/test"
