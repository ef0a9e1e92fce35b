"""A question to the search, read from an address. What cannot be understood is a 404 with a sentence."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from home.page.refusals import NothingThere

from . import kinds

MAX_LENGTH, MAX_WORDS = 200, 12
WORD = re.compile(r"[^\W_]+")
SLUG = re.compile(r"[\w-]{1,120}")
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
YEAR = re.compile(r"[12][0-9]{3}")
# Filters in the order of the address.
FILTERS = ("typ", "thema", "programm", "kommune", "jahr")


@dataclass(frozen=True)
class SearchQuery:
    """What is asked: text, filters and the page of the results."""

    text: str = ""
    typ: str = ""
    thema: str = ""
    programm: str = ""
    kommune: str = ""
    jahr: str = ""
    page: int = 1
    is_shortened: bool = False

    @classmethod
    def from_address(cls, address: QueryDict) -> Self:
        """Reads `?q=&typ=&thema=&programm=&kommune=&jahr=&seite=`."""
        typed = unicodedata.normalize("NFC", address.get("q", "")[: 2 * MAX_LENGTH]).replace("\x00", " ")
        text = " ".join(typed.split())
        return cls(
            text=text[:MAX_LENGTH],
            page=page_number(address.get("seite")),
            is_shortened=len(text) > MAX_LENGTH or len(WORD.findall(text)) > MAX_WORDS,
            **{name: understood(name, address.get(name, "")) for name in FILTERS},
        )

    @property
    def words(self) -> list[str]:
        """The words that are searched for."""
        return WORD.findall(self.text)[:MAX_WORDS]

    @property
    def chosen(self) -> dict[str, str]:
        """The filters in force."""
        return {name: getattr(self, name) for name in FILTERS if getattr(self, name)}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked at all."""
        return not self.text and not self.chosen

    def address(self, **changes: str) -> str:
        """The query string of this question with some filters changed, from the first page on."""
        asked = replace(self, **changes)
        return urlencode({"q": asked.text, **asked.chosen})


def page_number(value: str | None) -> int:
    """The number in `?seite=`."""
    if value and not PAGE_NUMBER.fullmatch(value):
        raise NothingThere(_("The results have no page “%(number)s”.") % {"number": value[:20]})
    return int(value or 1)


def understood(name: str, value: str) -> str:
    """A filter's value, if it can be one; whether it exists is the finder's question."""
    if not value:
        return ""
    if name == "typ" and value not in kinds.page_types():
        raise NothingThere(_("There is no type “%(value)s”.") % {"value": value[:40]})
    if name == "jahr" and not YEAR.fullmatch(value):
        raise NothingThere(_("“%(value)s” is not a year.") % {"value": value[:20]})
    if not SLUG.fullmatch(value):
        raise NothingThere(_("There is no filter “%(value)s”.") % {"value": value[:40]})
    return value
