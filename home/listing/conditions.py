"""What content and the finder add to the questions that editors store: states, when things take place, words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import DateTimeField, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise


@dataclass(frozen=True)
class State:
    """A state that pages of a kind are in by their dates: `keys(at)` are those that are in it at a moment."""

    key: str
    label: str | Promise
    kind: str
    keys: Callable[[datetime], QuerySet]


# Keys of the documents that answer a text, best first, at most so many.
Finder = Callable[[str, int], list[int]]
_states: dict[str, State] = {}
_finders: list[Finder] = []
# Lookups from a page to when that takes place what it tells of.
_moments: list[str] = []


def enrol_state(state: State) -> None:
    """Called by a content app when it is ready."""
    _states[state.key] = state


def enrol_finder(finder: Finder) -> None:
    """Called by the search when it is ready."""
    _finders[:] = [finder]


def enrol_moment(lookup: str) -> None:
    """Called by a content app when it is ready."""
    _moments[:] = dict.fromkeys([*_moments, lookup])


def taking_place() -> Coalesce | Value:
    """When that takes place what a page tells of; nothing for all other pages."""
    nothing = Value(None, DateTimeField())
    return Coalesce(*_moments, nothing) if _moments else nothing


def state_of(key: str) -> State | None:
    """The state with this key; None if its app is gone."""
    return _states.get(key)


def state_choices() -> list[tuple[str, str | Promise]]:
    """Keys and labels for a form."""
    return [(state.key, state.label) for state in _states.values()]


def find(text: str, count: int) -> list[int]:
    """The keys that the search finds; none without a search."""
    return _finders[0](text, count) if _finders else []
