"""Whether the persons quoted allowed their words to be printed."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

EXCERPT = 40


def unreleased(body: Iterable[Any], known: Iterable[Any]) -> Iterator[str]:
    """A sentence for each quote of a named person without its release, unless readers know it already."""
    printed = {words(quote) for quote in quotes(known)}
    for quote in quotes(body):
        released = quote.get("released_by") and quote.get("released_on")
        if quote.get("name") and not released and words(quote) not in printed:
            yield _("The quote “%(excerpt)s” names %(name)s. Please note who released it, and when.") % {
                "excerpt": Truncator(quote["text"]).chars(EXCERPT),
                "name": quote["name"],
            }


def quotes(body: Iterable[Any]) -> Iterator[Any]:
    """The quotes of a body."""
    return (block.value for block in body if block.block_type == "quote")


def words(quote: Any) -> tuple[str, str]:
    """What is said, and by whom."""
    return quote.get("text") or "", quote.get("name") or ""
