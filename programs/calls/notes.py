"""What changed in a call after it was published: dated notes, computed from the versions that readers saw."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.workflow.record.releases import Release, releases_of

from .wording import amount_in_words, deadline_in_words

Words = Callable[[dict[str, Any]], str]
DEADLINE = ("deadline_on", "deadline_time")
AMOUNT = ("amount_from", "amount_to", "amount_unit", "amount_basis")
FIELDS = (*DEADLINE, *AMOUNT)
NAMES = {DEADLINE: gettext_lazy("Deadline for applications"), AMOUNT: gettext_lazy("Amount")}


@dataclass(frozen=True)
class Note:
    """One change that matters to those who apply."""

    at: datetime
    what: str | Promise
    before: str
    now: str


@dataclass(frozen=True)
class History:
    """What readers were told about a call, and since when."""

    published_at: datetime | None
    notes: tuple[Note, ...] = ()

    @property
    def updated_at(self) -> datetime | None:
        """The last change that matters, else the publication."""
        return self.notes[0].at if self.notes else self.published_at


def histories(pages: Iterable[int], at: datetime, units: dict, bases: dict) -> dict[int, History]:
    """For each edition what was published and changed by then. One query, however many editions."""
    words = {DEADLINE: deadline_of, AMOUNT: lambda values: amount_in_words(values, units, bases) or _("not given")}
    return {
        page: History(releases[0].at if releases else None, tuple(reversed(notes_between(releases, words))))
        for page, releases in releases_of(pages, FIELDS, at).items()
    }


def notes_between(releases: list[Release], words: dict[tuple, Words]) -> list[Note]:
    """The differences from each version to the next, oldest first."""
    return [
        Note(newer.at, NAMES[fields], in_words(older.values), in_words(newer.values))
        for older, newer in pairwise(releases)
        for fields, in_words in words.items()
        if any(older.values[name] != newer.values[name] for name in fields)
    ]


def deadline_of(values: dict[str, Any]) -> str:
    """The deadline as a version holds it."""
    if not values["deadline_on"]:
        return _("none")
    moment = values["deadline_time"]
    return deadline_in_words(date.fromisoformat(values["deadline_on"]), moment and time.fromisoformat(moment))
