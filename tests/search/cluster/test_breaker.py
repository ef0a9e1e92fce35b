"""One failure is looked into at once; after more nobody asks for a while. No reader waits for either."""

import threading
import time

from search.engines.cluster.breaker import Breaker


def eventually(condition):
    """Within two seconds."""
    end = time.monotonic() + 2
    while time.monotonic() < end and not condition():
        time.sleep(0.01)
    return condition()


def test_one_late_answer_of_a_cluster_that_is_there_keeps_nobody_away_from_it():
    breaker = Breaker(lambda: True, seconds=60)
    assert breaker.lets_through()
    breaker.trip()
    assert eventually(breaker.lets_through)


def test_after_two_failures_in_a_row_nobody_asks():
    asked = []
    breaker = Breaker(lambda: asked.append("probe") is None, seconds=60)
    breaker.trip()
    assert eventually(breaker.lets_through)
    breaker.trip()
    assert not breaker.lets_through()
    assert asked == ["probe"]


def test_an_answer_in_between_makes_the_next_failure_the_first_one():
    breaker = Breaker(lambda: True, seconds=60)
    for _failure in range(3):
        breaker.trip()
        assert eventually(breaker.lets_through)
        breaker.answered()


def test_a_cluster_that_is_not_there_is_asked_again_after_the_pause():
    there = []
    breaker = Breaker(lambda: bool(there), seconds=0.2)
    breaker.trip()
    assert eventually(lambda: breaker.failures == 2)
    assert not breaker.lets_through()
    there.append("back")
    assert not breaker.lets_through()
    assert eventually(breaker.lets_through)


def test_no_reader_waits_for_it():
    go_on = threading.Event()
    breaker = Breaker(lambda: go_on.wait(5), seconds=0)
    started = time.monotonic()
    breaker.trip()
    for _reader in range(3):
        assert not breaker.lets_through()
    assert time.monotonic() - started < 1
    go_on.set()
    assert eventually(lambda: not breaker.is_tripped)
