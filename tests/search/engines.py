"""Every engine in turn, as the whole site uses it: the one of the database the tests run on, and each cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from search import upkeep
from search.engines import choice
from search.engines.base import Engine

SERVERS = {"opensearch": "OPENSEARCH_TEST_URL", "elasticsearch": "ELASTIC_TEST_URL"}
ENGINES = ["embedded", *(pytest.param(name, marks=pytest.mark.cluster) for name in SERVERS)]
# Servers of the tests share few processors.
PATIENCE = 10


def fresh_address(name: str) -> str:
    """The address of a server that was started for the tests, with a prefix nobody else has."""
    address = os.environ.get(SERVERS[name])
    if not address:
        pytest.skip(f"no {SERVERS[name]}")
    return f"{address.rpartition('/')[0]}/t{uuid4().hex[:8]}"


@contextmanager
def engine_of_the_site(name: str, settings) -> Iterator[Engine]:
    """The engine that the site asks first."""
    if name == "embedded":
        yield choice.embedded()
        return
    settings.SEARCH_URL, settings.SEARCH_SECONDS, settings.SEARCH_REPLICAS = fresh_address(name), PATIENCE, 0
    choice.made.cache_clear()
    engine = choice.all_engines()[0]
    upkeep.rebuild()
    try:
        yield engine
    finally:
        remove_indices(engine)
        choice.made.cache_clear()


def remove_indices(engine: Engine) -> None:
    """Leaves nothing on a server."""
    for alias in (engine.indices.name, engine.indices.next):
        for index in engine.indices.behind(alias):
            engine.indices.drop(index)
