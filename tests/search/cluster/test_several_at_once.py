"""Several questions in one request are answered all together, or not at all."""

import pytest

from search.engines.base import EngineAway
from search.engines.cluster.address import ClusterAddress
from search.engines.cluster.connection import Connection
from search.engines.cluster.refusals import Refused

GOOD = {"hits": {"hits": []}, "status": 200}
BUSY, WRONG = {"error": {"type": "no_shard_available"}, "status": 503}, {"error": "unknown query", "status": 400}


class Node:
    """Gives these answers one after the other, the last one again and again."""

    def __init__(self, *answers: list[dict]) -> None:
        self.answers = list(answers)

    def once(self, *_request) -> dict:
        return {"responses": self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]}


@pytest.fixture
def ask():
    """The answer of a cluster whose nodes answer so."""

    def ask(*answers: list[dict], seconds: float = 0.5) -> dict:
        connection = Connection(ClusterAddress.read("elasticsearch://one/test"))
        connection.client = Node(*answers)
        return connection.ask("POST", "/test/_msearch", [{}, {}], seconds)

    return ask


def test_all_answered(ask):
    assert ask([GOOD, GOOD])["responses"] == [GOOD, GOOD]


def test_one_that_lacks_a_shard_is_asked_again_with_the_others(ask):
    assert ask([GOOD, BUSY], [GOOD, GOOD])["responses"] == [GOOD, GOOD]


def test_one_that_never_is_answered_whole_makes_the_cluster_away(ask):
    with pytest.raises(EngineAway, match="no_shard_available"):
        ask([GOOD, BUSY])


def test_one_that_is_refused_refuses_all(ask):
    with pytest.raises(Refused, match="unknown query"):
        ask([WRONG, GOOD])
