"""What every engine can be asked. Engines know documents by their keys; pages and rights are the finder's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from ..documents import SearchDoc
from ..models import IndexState
from ..query import SearchQuery


class Capability(StrEnum):
    """What not every engine can do; tests and pages ask for it by name."""

    # Matches and counts are compared with the pages in the database: nothing late is ever counted.
    LIVE_PAGES = "live pages"
    # Matches may carry an excerpt of their own; where they do not, the finder makes one.
    HIGHLIGHTS = "highlights"
    PHRASES = "phrases"
    CORRECTION = "correction"
    # Completes words, as long as a document that may be found now holds them.
    TERMS = "terms"


class EngineAway(Exception):  # noqa: N818
    """The engine does not answer, or not in time; another one may."""


def nothing(_keys: Iterable[int] | None = None) -> frozenset[int]:
    """Nothing is hidden."""
    return frozenset()


@dataclass(frozen=True)
class Scope:
    """What the finder adds to a question: how much is wanted, what goes first, what must not be found."""

    first: int = 0
    count: int = 10
    # Keys that editors pinned to the top of this question, best first.
    pinned: tuple[int, ...] = ()
    # Keys that must neither be found nor counted; only for engines without LIVE_PAGES.
    excluded: frozenset[int] = frozenset()
    # Which of these keys, or of all that may be held, are of no page and must not be found either; likewise.
    hidden: Callable[[Iterable[int] | None], frozenset[int]] = nothing
    with_facets: bool = True
    # Whether what holds only some of the words is left out, however little answers.
    is_strict: bool = False
    state: IndexState | None = None

    @cached_property
    def index(self) -> IndexState:
        """Which tables answer: looked up once, so that all parts of an answer speak of the same ones."""
        return self.state or IndexState.current()


@dataclass(frozen=True)
class Match:
    """One document that was found. The excerpt is escaped HTML with <mark>, of the publication `written`."""

    key: int
    score: float = 0.0
    excerpt: str | None = None
    written: str = ""


@dataclass(frozen=True)
class Answer:
    """What an engine found: one slice of the matches, and numbers about all of them."""

    total: int = 0
    matches: list[Match] = field(default_factory=list)
    # Facet name -> value -> number of documents. The counts of a facet ignore its own choice.
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    # The question as it is probably meant, if words of it are unknown; the matches are those of this text.
    correction: str | None = None
    # Whether some matches hold only some of the words.
    is_relaxed: bool = False
    # Whether all of them do: nothing answers the whole question.
    is_loose: bool = False
    # "relevance" or "date".
    order: str = "relevance"


@dataclass(frozen=True)
class Health:
    """How an engine is: whether it answers, how many documents it holds, made by which analysis."""

    engine: str
    answers: bool
    documents: int = 0
    version: str = ""
    note: str = ""


class Engine(Protocol):
    """An index and the questions it answers. Every method may raise EngineAway."""

    name: str
    capabilities: frozenset[Capability]

    def index(self, documents: Iterable[SearchDoc]) -> None:
        """Adds documents, or puts them in the place of older ones with the same key."""

    def remove(self, keys: Iterable[int]) -> None:
        """Forgets documents; unknown keys are no error."""

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        """Words, phrases and filters; sorted as the question wants it."""

    def terms(self, beginning: str, count: int) -> list[str]:
        """Words of the documents that begin so, most frequent first; only with TERMS."""

    def health(self) -> Health:
        """Asked by /readyz and check_search; never raises."""

    def digests(self) -> dict[int, str]:
        """Key -> `SearchDoc.digest` of everything it holds: how drift is found."""

    def rebuild(self, documents: Iterable[SearchDoc]) -> int:
        """Builds a second index beside the present one and swaps them at the end; returns how many it holds.

        The present one answers until the swap. Documents saved meanwhile are indexed again by the caller afterwards.
        """
