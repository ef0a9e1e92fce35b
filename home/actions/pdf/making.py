"""Makes PDFs: each edition once, few at a time, whoever asks first."""

import time

from django.core.cache import cache
from django.core.files.base import File

from home.page.models import BasePage

from . import engine, store
from .document import TooLarge, html_of
from .edition import edition_of
from .press import Busy

__all__ = ["Busy", "NoPress", "make", "stored_or_made", "typeset"]

LOCK_SECONDS = 90
PATIENCE_SECONDS = 4.0
PAUSE_SECONDS = 0.2
# As many documents are made at the same moment, on all machines together.
SLOTS = 2
# What was too large is not tried again for so long.
REFUSAL_SECONDS = 3600


class NoPress(Exception):  # noqa: N818
    """This server has no press: Pango is missing."""


def stored_or_made(page: BasePage) -> File:
    """The PDF of what the page shows now. Waits a little for one that somebody else is making."""
    edition = edition_of(page)
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        if file := store.find(page.pk, edition):
            return file
        try:
            make(page, edition)
        except Busy:
            if time.monotonic() > until:
                raise
            time.sleep(PAUSE_SECONDS)


def make(page: BasePage, edition: str) -> None:
    """Makes and stores this edition, unless somebody is at it."""
    lock, refusal = f"pdf.edition.{page.pk}.{edition}", f"pdf.too-large.{page.pk}.{edition}"
    if cache.get(refusal):
        raise TooLarge
    if not cache.add(lock, 1, LOCK_SECONDS):
        raise Busy
    try:
        store.keep(page.pk, edition, typeset(page))
    except TooLarge:
        cache.set(refusal, 1, REFUSAL_SECONDS)
        raise
    finally:
        cache.delete(lock)


def typeset(page: BasePage) -> bytes:
    """The PDF of the page, stored nowhere."""
    if (press := engine.typesetter()) is None:
        raise NoPress
    slot = free_slot()
    try:
        return press.typeset(html_of(page), page.canonical_url())
    finally:
        cache.delete(slot)


def free_slot() -> str:
    """A place at the press."""
    for number in range(SLOTS):
        if cache.add(slot := f"pdf.slot.{number}", 1, LOCK_SECONDS):
            return slot
    raise Busy
