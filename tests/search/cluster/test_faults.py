"""Three real nodes under load: one is killed, one hangs, all are gone, and all come back."""

import os
import signal
import threading
import time
from uuid import uuid4

import pytest

from search.engines import choice
from search.engines.base import EngineAway, Scope
from search.engines.cluster import ClusterEngine, bodies, reading
from search.engines.cluster.catching_up import is_behind
from search.engines.group import Group
from search.query import SearchQuery
from tests.factories import pages
from tests.servers.opensearch import opensearch_nodes

from .conftest import document

pytestmark = [
    pytest.mark.cluster,
    pytest.mark.skipif("OPENSEARCH_TEST_URL" not in os.environ, reason="no OpenSearch"),
    # Three servers, killed under load: needs a machine that has nothing else to do.
    pytest.mark.skipif("FAULT_TESTS" not in os.environ, reason="only with FAULT_TESTS=1"),
]
LIMIT, DOCUMENTS, READERS = 1.5, 400, 3
# Threads share two cores with three servers.
TOLERANCE = 0.4


@pytest.fixture(scope="module")
def nodes():
    """Three nodes, all running when a test begins."""
    with opensearch_nodes(3) as cluster:
        yield cluster


@pytest.fixture
def engine(nodes, db, settings):
    """The engine as the site uses it, with documents on all nodes."""
    nodes.start()
    settings.SEARCH_SHARDS, settings.SEARCH_REPLICAS, settings.SEARCH_SECONDS = 3, 1, LIMIT
    engine = ClusterEngine(nodes.address(f"t{uuid4().hex[:8]}"))
    engine.rebuild(document(key, f"Rathaus {key}") for key in range(DOCUMENTS))
    green(engine)
    return engine


def green(engine):
    engine.connection.ask("GET", "/_cluster/health?wait_for_status=green&timeout=60s", seconds=90)


class Reader(threading.Thread):
    """Asks without a pause, and notes how long each answer took and what it said."""

    def __init__(self, engine, until):
        super().__init__()
        self.engine, self.until, self.answers = engine, until, []
        query, scope = SearchQuery(text="Rathaus"), Scope()
        found = bodies.answered(Group(stems=["rathaus"]))
        self.body = bodies.asked(found, query, scope, "Rathaus", "relevance")

    def run(self):
        while not self.until.is_set():
            started = time.monotonic()
            try:
                total = reading.answer(self.engine.ask(self.body)).total
            except EngineAway:
                total = None
            self.answers.append((time.monotonic() - started, total))
            time.sleep(0.01)


def under_load(engine, fault, seconds=6.0):
    """What all readers saw before, during and after a fault."""
    until = threading.Event()
    readers = [Reader(engine, until) for _reader in range(READERS)]
    for _question in range(50):
        engine.connection.ask("POST", f"/{engine.address.prefix}/_search", readers[0].body, seconds=20)
    for reader in readers:
        reader.start()
    time.sleep(1)
    fault()
    time.sleep(seconds)
    until.set()
    for reader in readers:
        reader.join()
    answers = [answer for reader in readers for answer in reader.answers]
    slowest, away = max(took for took, _total in answers), sum(total is None for _took, total in answers)
    print(f"{len(answers)} questions, slowest {slowest:.2f} s, left to the embedded index: {away}")
    return answers


def test_one_node_killed_costs_no_question_and_no_document(nodes, engine):
    answers = under_load(engine, nodes.nodes[1].kill)
    assert max(took for took, _total in answers) < LIMIT + TOLERANCE
    assert {total for _took, total in answers} <= {DOCUMENTS, None}
    assert [total for _took, total in answers[-3:]] == [DOCUMENTS] * 3
    engine.index([document(DOCUMENTS, "Rathaus danach")])
    assert set(engine.digests()) == set(range(DOCUMENTS + 1))


def test_one_node_that_hangs_costs_no_question_more_than_its_limit(nodes, engine):
    process = nodes.nodes[2].process
    try:
        answers = under_load(engine, lambda: process.send_signal(signal.SIGSTOP), 8.0)
    finally:
        process.send_signal(signal.SIGCONT)
    assert max(took for took, _total in answers) < LIMIT + TOLERANCE
    assert {total for _took, total in answers} <= {DOCUMENTS, None}


def test_all_nodes_killed_the_site_searches_on_and_the_cluster_returns_by_itself(nodes, settings, ask):
    nodes.start()
    settings.SEARCH_URL = nodes.address(f"t{uuid4().hex[:8]}")
    settings.SEARCH_SECONDS = LIMIT
    choice.made.cache_clear()
    pages.article(title="Rathaus vorher", slug="vorher")
    until_answered_by(ask, "cluster")

    nodes.kill()
    started = time.monotonic()
    answer = ask(q="Rathaus")
    assert time.monotonic() - started < LIMIT + TOLERANCE
    assert answer["engine"] != "cluster"
    assert [hit["title"] for hit in answer["results"]] == ["Rathaus vorher"]
    started = time.monotonic()
    ask(q="Rathaus")
    assert time.monotonic() - started < TOLERANCE

    pages.article(title="Rathaus nachher", slug="nachher")
    assert is_behind(choice.all_engines()[0].address.prefix)
    assert ask(q="Rathaus")["total"] == 2

    nodes.start()
    answer = until_answered_by(ask, "cluster")
    assert {hit["title"] for hit in answer["results"]} == {"Rathaus vorher", "Rathaus nachher"}


def until_answered_by(ask, name, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ask(q="Rathaus")
        if answer["engine"] == name:
            return answer
        time.sleep(0.3)
    raise AssertionError(f"{name} did not answer within {seconds} seconds")


def test_nobody_waits_twice_for_a_cluster_that_is_not_there(db, settings):
    settings.SEARCH_SECONDS = LIMIT
    engine = ClusterEngine("opensearch://127.0.0.1:1,127.0.0.1:2/gone")
    for most in (LIMIT + TOLERANCE, 0.05):
        started = time.monotonic()
        with pytest.raises(EngineAway):
            engine.search(SearchQuery(text="Rathaus"), Scope())
        assert time.monotonic() - started < most
