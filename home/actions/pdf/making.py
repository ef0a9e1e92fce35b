"""Makes PDFs: each edition once, few at a time, whoever asks first."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.cache import cache
from django.core.files.base import File
from django.http import HttpRequest

from home.page.models import BasePage

from . import engine, store
from .document import TooLarge, html_of
from .edition import edition_of
from .mounts import own_mounts
from .press import Busy, Failed, Mounts

__all__ = [
    "NO_PDF",
    "Busy",
    "Failed",
    "NoPress",
    "Order",
    "filled",
    "make",
    "order_of",
    "printed",
    "stored_or_made",
    "typeset",
]

LOCK_SECONDS = 90
PATIENCE_SECONDS = 4.0
PAUSE_SECONDS = 0.2
# As many documents are made at the same moment, on all machines together.
SLOTS = 2
# What was too large is not tried again for so long.
REFUSAL_SECONDS = 3600


class NoPress(Exception):  # noqa: N818
    """This server has no press: Pango is missing."""


# All reasons why there is no PDF now.
NO_PDF = (Busy, Failed, NoPress, TooLarge)


class Changed(Busy):
    """The page was changed or withdrawn while its PDF was being made."""


@dataclass(frozen=True)
class Order:
    """A PDF somebody wants: where it is kept, which edition, and how its document comes about."""

    place: int | str
    edition: str
    html: Callable[[], str]
    address: str
    stands: Callable[[], bool]  # asked again afterwards: is this still what everybody may read?


def order_of(page: BasePage, edition: str = "") -> Order:
    """The PDF of what the page shows now."""
    edition = edition or edition_of(page)
    stands = partial(shows, page.pk, edition)
    return Order(page.pk, edition, partial(html_of, page), page.canonical_url(), stands)


def shows(page_id: int, edition: str) -> bool:
    """Whether everybody may read the page and this is its present edition."""
    page = BasePage.objects.readable().filter(pk=page_id).first()
    return page is not None and edition_of(page.specific) == edition


def stored_or_made(page: BasePage) -> File:
    """The PDF of what the page shows now. Waits a little for one that somebody else is making."""
    return filled(order_of(page))


def filled(order: Order) -> File:
    """The stored file, or one that is made now."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        if file := store.find(order.place, order.edition):
            return file
        try:
            fill(order)
        except Changed:
            raise
        except Busy:
            if time.monotonic() > until:
                raise
            time.sleep(PAUSE_SECONDS)


def make(page: BasePage, edition: str) -> None:
    """Makes and stores this edition of the page's PDF, unless somebody is at it."""
    fill(order_of(page, edition))


def fill(order: Order) -> None:
    """Makes and stores one, unless somebody is at it; keeps nothing of what was withdrawn meanwhile."""
    lock = f"pdf.edition.{order.place}.{order.edition}"
    refusal = f"pdf.too-large.{order.place}.{order.edition}"
    if cache.get(refusal):
        raise TooLarge
    if not cache.add(lock, 1, LOCK_SECONDS):
        raise Busy
    try:
        store.keep(order.place, order.edition, printed(order.html, order.address))
        if not order.stands():
            store.remove(order.place)
            raise Changed
    except TooLarge:
        cache.set(refusal, 1, REFUSAL_SECONDS)
        raise
    finally:
        cache.delete(lock)


def typeset(page: BasePage, reader: HttpRequest | None = None) -> bytes:
    """The PDF of the page as this reader may see it, stored nowhere."""
    return printed(partial(html_of, page, reader), page.canonical_url(), own_mounts(reader))


def printed(html: Callable[[], str], address: str, mounts: Mounts | None = None) -> bytes:
    """One document through the press, with pictures that everybody may see unless others are named."""
    if (press := engine.typesetter()) is None:
        raise NoPress
    slot = free_slot()
    try:
        return press.typeset(html(), address, mounts)
    finally:
        cache.delete(slot)


def free_slot() -> str:
    """A place at the press."""
    for number in range(SLOTS):
        if cache.add(slot := f"pdf.slot.{number}", 1, LOCK_SECONDS):
            return slot
    raise Busy
