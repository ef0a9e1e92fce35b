"""A question to the search, read from an address. What cannot be understood is a 404 with a sentence."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from home.page.refusals import NothingThere

from . import kinds
from .documents import FACETS
from .wording import Term, terms_of

MAX_LENGTH, MAX_WORDS, MAX_VALUES = 200, 12, 20
SLUG = re.compile(r"[\w-]{1,120}")
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
YEAR = re.compile(r"[12][0-9]{3}")
# Public value in the address -> order.
SORTINGS = {"relevanz": "relevance", "datum": "date"}


@dataclass(frozen=True)
class SearchQuery:
    """What is asked: text, filters (several values each), the order, and the page of the results."""

    text: str = ""
    typ: tuple[str, ...] = ()
    thema: tuple[str, ...] = ()
    programm: tuple[str, ...] = ()
    kommune: tuple[str, ...] = ()
    kreis: tuple[str, ...] = ()
    jahr: tuple[str, ...] = ()
    sort: str = "relevance"
    page: int = 1
    is_shortened: bool = False

    @classmethod
    def from_address(cls, address: QueryDict) -> Self:
        """Reads `?q=&typ=&thema=&programm=&kommune=&kreis=&jahr=&sort=&seite=`; filters may be repeated."""
        typed = unicodedata.normalize("NFC", address.get("q", "")[: 2 * MAX_LENGTH]).replace("\x00", " ")
        text = " ".join(typed.split())
        words = sum(len(term.words) for term in terms_of(text))
        return cls(
            text=text[:MAX_LENGTH],
            sort=sorting(address.get("sort", "")),
            page=page_number(address.get("seite")),
            is_shortened=len(text) > MAX_LENGTH or words > MAX_WORDS,
            **{name: understood(name, address.getlist(name)) for name in FACETS},
        )

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Words and phrases that are searched for, twelve words at most."""
        found, room = [], MAX_WORDS
        for term in terms_of(self.text):
            if room and (kept := term.words[:room]):
                found.append(replace(term, words=kept))
                room -= len(kept)
        return tuple(found)

    @property
    def words(self) -> list[str]:
        """All words that are searched for, those of phrases, too."""
        return [word for term in self.terms for word in term.words]

    @property
    def phrases(self) -> list[tuple[str, ...]]:
        """What stood in quotes."""
        return [term.words for term in self.terms if term.is_phrase]

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The filters in force."""
        return {name: getattr(self, name) for name in FACETS if getattr(self, name)}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked at all."""
        return not self.text and not self.chosen

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The question as pairs for an address or a form, without the page."""
        pairs = [(name, value) for name, values in self.chosen.items() for value in values]
        order = {order: value for value, order in SORTINGS.items()}[self.sort]
        return [*pairs, ("sort", order)] if self.sort != "relevance" else pairs

    def address(self, **changes) -> str:
        """The query string of this question with some things changed, from the first page on."""
        asked = replace(self, **changes)
        return urlencode([("q", asked.text), *asked.parameters])

    def with_value(self, name: str, value: str) -> str:
        """The query string with one more value of a filter."""
        return self.address(**{name: (*getattr(self, name), value)})

    def without_value(self, name: str, value: str) -> str:
        """The query string without one value of a filter."""
        return self.address(**{name: tuple(other for other in getattr(self, name) if other != value)})


def sorting(value: str) -> str:
    """The order in `?sort=`."""
    if value and value not in SORTINGS:
        raise NothingThere(_("There is no order “%(value)s”.") % {"value": value[:20]})
    return SORTINGS.get(value, "relevance")


def page_number(value: str | None) -> int:
    """The number in `?seite=`."""
    if value and not PAGE_NUMBER.fullmatch(value):
        raise NothingThere(_("The results have no page “%(number)s”.") % {"number": value[:20]})
    return int(value or 1)


def understood(name: str, values: list[str]) -> tuple[str, ...]:
    """A filter's values, each once, if they can be some; whether they exist is the finder's question."""
    return tuple(dict.fromkeys(understood_value(name, value) for value in values[:MAX_VALUES] if value))


def understood_value(name: str, value: str) -> str:
    """One value of a filter."""
    if name == "typ" and value not in kinds.labels_by_kind():
        raise NothingThere(_("There is no type “%(value)s”.") % {"value": value[:40]})
    if name == "jahr" and not YEAR.fullmatch(value):
        raise NothingThere(_("“%(value)s” is not a year.") % {"value": value[:20]})
    if not SLUG.fullmatch(value):
        raise NothingThere(_("There is no filter “%(value)s”.") % {"value": value[:40]})
    return value
