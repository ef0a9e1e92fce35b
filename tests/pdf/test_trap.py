"""Hostile content opens no socket and reads no foreign file, whatever it tries."""

import contextlib
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import pikepdf
import pypdf
import pytest
from django.conf import settings

from home.actions.pdf import engine
from home.actions.pdf.making import typeset
from home.actions.pdf.press import Press
from tests.factories import pages

from .trap import ATTEMPTS, WORD, Trap, listening

pytestmark = pytest.mark.django_db
HEAD = '<!DOCTYPE html><html lang="de" class="pdf"><head><title>t</title></head><body><h1>Titel</h1><p>Absatz</p>'


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    """A press of these tests' own."""
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")
    one = Press()
    yield one
    one.machine.stop()


@pytest.fixture
def trap(tmp_path) -> Iterator[Trap]:
    """Listens during a test; secrets lie beside the media and in the root of the files."""
    with listening(tmp_path) as one:
        yield one


def sockets_of(press: Press) -> list[str]:
    """The sockets that the press holds open."""
    folder = Path(f"/proc/{press.machine.process.pid}/fd")
    links = [os.readlink(link) for link in folder.iterdir()] if folder.exists() else []
    return [link for link in links if "socket:" in link]


def assert_harmless(data: bytes, trap: Trap) -> None:
    """Nobody came, and the PDF shows and carries nothing."""
    assert trap.visitors == []
    assert WORD not in "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not pdf.attachments
        assert not [image for page in pdf.pages for image in page.get_images()]


def test_the_trap_notices_visitors(trap):
    with contextlib.suppress(OSError):
        urlopen(trap.address + "/somebody")
    assert len(trap.visitors) == 1


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_attempt_fails(press, trap, attempt, caplog):
    data = press.typeset(HEAD + ATTEMPTS[attempt](trap) + "</body></html>", settings.BASE_URL + "/artikel/")
    assert_harmless(data, trap)
    assert sockets_of(press) == []
    assert "Not loaded into a PDF" in caplog.text or attempt == "attachments"


def test_all_at_once_in_the_text_of_an_article(press, trap):
    text = "".join(attempt(trap) for attempt in ATTEMPTS.values())
    page = pages.article(body=[{"type": "text", "value": f"<p>Absatz</p>{text}"}])
    assert_harmless(typeset(page), trap)
