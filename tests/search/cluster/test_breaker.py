"""After a failure nobody asks; then a thread finds out, and no reader waits for it."""

import threading
import time

from search.engines.cluster.breaker import Breaker


def eventually(condition):
    """Within two seconds."""
    end = time.monotonic() + 2
    while time.monotonic() < end and not condition():
        time.sleep(0.01)
    return condition()


def test_after_a_failure_nobody_asks():
    breaker = Breaker(seconds=60)
    assert breaker.lets_through(lambda: False)
    breaker.trip()
    assert not breaker.lets_through(lambda: True)
    assert not breaker.lock.locked()


def test_then_a_thread_finds_out():
    breaker = Breaker(seconds=0)
    breaker.trip()
    assert not breaker.lets_through(lambda: False)
    assert eventually(lambda: not breaker.lock.locked())
    assert breaker.is_tripped
    assert not breaker.lets_through(lambda: True)
    assert eventually(lambda: breaker.lets_through(lambda: False))


def test_no_reader_waits_for_it():
    breaker, go_on = Breaker(seconds=0), threading.Event()
    breaker.trip()
    started = time.monotonic()
    for _reader in range(3):
        assert not breaker.lets_through(lambda: go_on.wait(5))
    assert time.monotonic() - started < 1
    go_on.set()
    assert eventually(lambda: not breaker.is_tripped)
