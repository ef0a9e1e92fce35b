"""Filters, counts and order over everything that matched: one pass over narrow rows, whatever the number of facets."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from .base import Answer, Match, Scope

# Key, score, facets as "name:value name:value", day.
Row = tuple[int, float, str, int]
DAYS_HALF, FRESHEST = 730, 0.25


@dataclass(frozen=True)
class Catch:
    """What matched, before the filters."""

    rows: list[Row] = field(default_factory=list)
    # Of those that cannot come onto the slice, because it is full of better ones: how many have which facets.
    beyond: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """All of them."""
        return len(self.rows) + self.beyond.total()


@dataclass(frozen=True)
class Tally:
    """The answer to a question, made of what matched."""

    caught: Catch
    chosen: dict[str, tuple[str, ...]]

    def answer(self, scope: Scope, order: str, tiers: Callable[[int], int] | None = None) -> Answer:
        """One slice of the rows that pass all filters, and the counts."""
        every = Counter(row[2] for row in self.caught.rows) + self.caught.beyond
        misses = self._misses(every)
        rows = [row for row in self.caught.rows if not misses.get(row[2])]
        wanted = scope.first + scope.count
        weigh = by_date if order == "date" else by_relevance(scope.pinned, tiers)
        best = heapq.nlargest(wanted, weigh(rows))[scope.first :]
        matches = [Match(row[0], row[1]) for *_weight, row in best]
        total = sum(count for facets, count in every.items() if not misses.get(facets))
        return Answer(total, matches, self._counts(every, misses) if scope.with_facets else {}, order=order)

    def _misses(self, combinations: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each combination of facet values the filters it does not pass."""
        wanted = {name: {f"{name}:{value}" for value in values} for name, values in self.chosen.items()}
        return {
            combination: tuple(name for name, values in wanted.items() if values.isdisjoint(combination.split()))
            for combination in (combinations if wanted else ())
        }

    def _counts(self, every: Counter[str], misses: dict[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
        """Facet -> value -> count. A row that misses one filter only still counts for that facet."""
        each: Counter[str] = Counter()
        for combination, count in every.items():
            missed = misses.get(combination, ())
            for entry in combination.split() if len(missed) < 2 else ():  # noqa: PLR2004
                if not missed or entry.startswith(f"{missed[0]}:"):
                    each[entry] += count
        counts: dict[str, dict[str, int]] = {}
        for entry, count in each.items():
            name, _, value = entry.partition(":")
            counts.setdefault(name, {})[value] = count
        return counts


def by_date(rows: Iterable[Row]) -> Iterator[tuple]:
    """Newest first."""
    return ((row[3], row[0], row) for row in rows)


def by_relevance(pinned: tuple[int, ...], tiers: Callable[[int], int] | None) -> Callable[[Iterable[Row]], Iterator]:
    """Pinned pages, then those of the better tier, then by score, newer ones a little higher; the key decides."""
    places = {key: len(pinned) - place for place, key in enumerate(pinned)}
    fresh = Freshness()
    if not places and not tiers:
        return lambda rows: ((row[1] * fresh[row[3]], row[0], row) for row in rows)
    tier = tiers or (lambda key: 0)
    return lambda rows: ((places.get(row[0], 0), -tier(row[0]), row[1] * fresh[row[3]], row[0], row) for row in rows)


class Freshness(dict[int, float]):
    """For each day by how much its documents gain; worked out once a day of the calendar, not once a document."""

    def __init__(self) -> None:
        self.today = date.today().toordinal()  # noqa: DTZ011

    def __missing__(self, day: int) -> float:
        """The younger, the more; half as much after two years."""
        age = max(self.today - day, 0)
        self[day] = 1 + FRESHEST * DAYS_HALF / (DAYS_HALF + age)
        return self[day]
