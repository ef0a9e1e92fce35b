"""Makes PDFs: each edition once, few at a time, whoever asks first."""

import time

from django.core.cache import cache
from django.core.files.base import File

from home.page.models import BasePage

from . import engine, store
from .document import html_of
from .edition import edition_of

LOCK_SECONDS = 90
PATIENCE_SECONDS = 4.0
PAUSE_SECONDS = 0.2
# As many documents are made at the same moment, on all machines together.
SLOTS = 2


class Busy(Exception):  # noqa: N818
    """Others are making PDFs; ask again in a moment."""


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
    lock = f"pdf.edition.{page.pk}.{edition}"
    if not cache.add(lock, 1, LOCK_SECONDS):
        raise Busy
    try:
        store.keep(page.pk, edition, typeset(page))
    finally:
        cache.delete(lock)


def typeset(page: BasePage) -> bytes:
    """The PDF of the page, stored nowhere."""
    slot = free_slot()
    try:
        return engine.typesetter().typeset(html_of(page), page.canonical_url())
    finally:
        cache.delete(slot)


def free_slot() -> str:
    """A place at the press."""
    for number in range(SLOTS):
        if cache.add(slot := f"pdf.slot.{number}", 1, LOCK_SECONDS):
            return slot
    raise Busy
