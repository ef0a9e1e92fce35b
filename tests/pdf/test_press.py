"""The press is a process of its own: it keeps to its limits, knows no secrets and speaks to nobody but the site."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings

from home.actions.pdf import engine, machine, making, press
from home.actions.pdf.document import TooLarge, html_of
from home.actions.pdf.press import Busy, Press
from tests.factories import pages

from .bodies import table

SHORT = '<html lang="de" class="pdf"><title>t</title><h1>Kurz</h1><p>Satz.</p></html>'
ADDRESS = settings.BASE_URL + "/artikel/"


def long_table(rows: int, columns: int = 6) -> str:
    """A document that takes many seconds."""
    row = "<tr>" + "<td>Zelle mit etwas Text</td>" * columns + "</tr>"
    return f'<html lang="de" class="pdf"><title>t</title><h1>Lang</h1><table>{row * rows}</table></html>'


@pytest.fixture(scope="module")
def warm() -> Iterator[Press]:
    """A press of these tests' own."""
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")
    one = Press()
    yield one
    if one.machine:
        one.machine.stop()


def test_the_process_itself_may_not_connect_either(warm):
    pid = warm.start().process.pid
    assert not [link for link in open_files(pid) if "socket:" in link]


def open_files(pid: int) -> list[str]:
    """What the process holds open."""
    folder = Path(f"/proc/{pid}/fd")
    if not folder.exists():
        pytest.skip("no /proc on this system")
    return [os.readlink(link) for link in folder.iterdir()]


def test_its_lock_on_the_network_holds():
    code = (
        "from home.actions.pdf.limits import confine; import socket; confine(); "
        "socket.create_connection(('127.0.0.1', 9))"
    )
    done = machine.subprocess.run(
        [machine.sys.executable, "-c", code], env=machine.environment(), capture_output=True, text=True, check=False
    )
    assert "PermissionError" in done.stderr


def test_it_learns_no_secret(monkeypatch):
    monkeypatch.setenv("AUSHANG_SECRET_KEY", "geheim")
    monkeypatch.setenv("DATABASE_URL", "postgres://geheim")
    assert "geheim" not in str(machine.environment())


def test_a_document_beyond_its_processor_time_is_refused_and_the_next_one_is_made(db, warm, monkeypatch):
    monkeypatch.setattr(press, "CPU_SECONDS", 1)
    with pytest.raises(TooLarge):
        warm.typeset(long_table(1_500), ADDRESS)
    assert warm.typeset(SHORT, ADDRESS).startswith(b"%PDF")


def test_a_document_that_takes_too_long_by_the_clock_may_be_tried_again(db, warm, monkeypatch):
    warm.typeset(SHORT, ADDRESS)
    with monkeypatch.context() as hasty:
        hasty.setattr(machine, "WALL_SECONDS", 0.3)
        with pytest.raises(Busy):
            warm.typeset(long_table(1_500), ADDRESS)
    assert warm.typeset(SHORT, ADDRESS).startswith(b"%PDF")


def test_memory_has_an_end():
    code = "from home.actions.pdf.limits import confine; confine(); bytearray(2 * 2**30)"
    done = machine.subprocess.run(
        [machine.sys.executable, "-c", code], env=machine.environment(), capture_output=True, text=True, check=False
    )
    assert "MemoryError" in done.stderr


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_press_that_died_is_replaced(db, warm, end):
    process = warm.start().process
    process.send_signal(end)
    process.wait()
    assert warm.typeset(SHORT, ADDRESS).startswith(b"%PDF")
    assert warm.machine.process.pid != process.pid


def test_a_press_that_went_home_while_being_asked_is_replaced(db, warm, monkeypatch):
    process = warm.start().process
    process.stdin.close()
    process.wait()
    reading, writing = os.pipe()
    os.close(reading)
    process.stdin = os.fdopen(writing, "wb")
    monkeypatch.setattr(machine.Machine, "usable", True)  # nobody has noticed yet
    assert warm.typeset(SHORT, ADDRESS).startswith(b"%PDF")


def test_threads_take_turns(db, warm):
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _number: warm.typeset(SHORT, ADDRESS), range(4)))
    assert [data[:4] for data in made] == [b"%PDF"] * 4


def test_a_table_of_3000_rows_is_refused_before_the_press_hears_of_it(db):
    page = pages.article(body=[{"type": "table", "value": table(3_000)}])
    with pytest.raises(TooLarge):
        html_of(page)


def test_what_was_too_large_is_not_tried_again(db, monkeypatch):
    page = pages.article()
    tries = []

    def refuse(html, address):
        tries.append(page.pk)
        raise TooLarge

    monkeypatch.setattr(making, "printed", refuse)
    for _again in range(3):
        with pytest.raises(TooLarge):
            making.stored_or_made(page)
    assert tries == [page.pk]
