"""The figures of PDFs: a stored one, the first rendering of one, and a hostile one beside another reader."""

import statistics
import threading
import time

from tests.servers.site import MeasuredSite

from .load import Connection, against_constant

READINGS = 40
PREPARE = "from tests.benchmarks.press import {0}; {0}()"


def stored_pdf_line(port: int, path: str) -> None:
    """A stored PDF against a view that sends as many bytes and does nothing else."""
    rate, yardstick, size = against_constant(port, path)
    print(
        f"stored PDF: {rate:.1f} requests/s; constant view of the same {size:,} bytes: {yardstick:.1f} requests/s; "
        f"ratio {rate / yardstick:.3f}",
        flush=True,
    )


def first_rendering_line(site: MeasuredSite) -> None:
    """Processor time of a press that is warm, and of one that has just been started."""
    print(site.manage("shell", "--verbosity", "0", "-c", PREPARE.format("first_rendering")).strip(), flush=True)


def hostile_line(site: MeasuredSite, article: str) -> None:
    """How long another reader waits for an article, before and while a table of 1,900 rows is typeset."""
    path = site.manage("shell", "--verbosity", "0", "-c", PREPARE.format("hostile_article")).split()[-1]
    before = reading_milliseconds(site.port, article)
    outcome: list[str] = []
    reader = threading.Thread(target=lambda: outcome.append(answer_of(site.port, path)))
    reader.start()
    during = reading_milliseconds(site.port, article)
    still = reader.is_alive()
    reader.join()
    print(
        f"hostile table of 1,900 rows: {outcome[0]}; an article beside it: {during:.0f} ms, alone: {before:.0f} ms; "
        f"ratio {during / before:.1f}{'' if still else ' (the table was done before)'}",
        flush=True,
    )


def reading_milliseconds(port: int, path: str) -> float:
    """The median time of an answer, over about four seconds."""
    connection, times = Connection(port, path), []
    for _reading in range(READINGS):
        start = time.perf_counter()
        connection.ask()
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.1)
    return statistics.median(times)


def answer_of(port: int, path: str) -> str:
    """Status and seconds of one answer."""
    start = time.perf_counter()
    status, _size = Connection(port, path).ask()
    return f"status {status} after {time.perf_counter() - start:.1f} s"
