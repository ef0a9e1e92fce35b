"""Filters, counts and order over everything that matched: one pass over narrow rows, whatever the number of facets."""

import heapq
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .base import Answer, Match, Scope

# Key, score, facets as "name:value name:value", day.
Row = tuple[int, float, str, int]
DAYS_HALF, FRESHEST = 730, 0.25


@dataclass(frozen=True)
class Tally:
    """What matched, before the filters."""

    rows: list[Row]
    chosen: dict[str, tuple[str, ...]]

    def answer(self, scope: Scope, order: str, tiers: Callable[[int], int] | None = None) -> Answer:
        """One slice of the rows that pass all filters, and the counts."""
        misses = self._misses()
        rows = self.rows if not self.chosen else [row for row in self.rows if not misses[row[2]]]
        rows = [row for row in rows if row[0] not in scope.excluded] if scope.excluded else rows
        wanted = scope.first + scope.count
        best = heapq.nsmallest(wanted, rows, key=self._key(order, scope.pinned, tiers))[scope.first :]
        matches = [Match(key, score) for key, score, _facets, _day in best]
        return Answer(len(rows), matches, self._counts(misses) if scope.with_facets else {}, order=order)

    def _misses(self) -> dict[str, tuple[str, ...]]:
        """For each combination of facet values the filters it does not pass."""
        wanted = {name: {f"{name}:{value}" for value in values} for name, values in self.chosen.items()}
        combinations = {row[2] for row in self.rows} if wanted else ()
        return {
            combination: tuple(name for name, values in wanted.items() if values.isdisjoint(combination.split()))
            for combination in combinations
        }

    def _counts(self, misses: dict[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
        """Facet -> value -> count. A row that misses one filter only still counts for that facet."""
        counts: dict[str, Counter[str]] = {}
        for combination, count in Counter(row[2] for row in self.rows).items():
            missed = misses.get(combination, ())
            for entry in combination.split() if len(missed) < 2 else ():  # noqa: PLR2004
                name, _, value = entry.partition(":")
                if not missed or missed == (name,):
                    counts.setdefault(name, Counter())[value] += count
        return {name: dict(values) for name, values in counts.items()}

    def _key(self, order: str, pinned: tuple[int, ...], tiers: Callable[[int], int] | None) -> Callable[[Row], tuple]:
        """Smaller is better: pinned pages, then score or date; the key decides between equals."""
        places = {key: place for place, key in enumerate(pinned)}
        last = len(places)
        if order == "date":
            return lambda row: (-row[3], -row[0])
        today = date.today().toordinal()  # noqa: DTZ011
        half = DAYS_HALF

        def by_score(row: Row) -> tuple:
            age = max(today - row[3], 0)
            fresh = 1 + FRESHEST * half / (half + age)
            return places.get(row[0], last), tiers(row[0]) if tiers else 0, -row[1] * fresh, -row[0]

        return by_score
