"""What is asked where few documents answer all of a question, as `filling` does it for the embedded engines."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..base import Scope
from ..filling import FEW, MOST_MORE, without
from ..group import Group
from ..plan import Plan, Planner
from ..tally import Row
from . import bodies


class Tiers(NamedTuple):
    """Documents that answer all of a question, those with longer words, those that answer only some of it, and what
    editors pinned beside them.
    """

    best: list[Row]
    wide: list[Row]
    some: list[Row]
    pinned: list[Row]

    @property
    def rows(self) -> list[Row]:
        """All of them in this order."""
        return [row for tier in self for row in tier]


@dataclass(frozen=True)
class LessGood:
    """Asks for documents, the best first: the few that answer all of it, and others, each time for less of it.

    All of these are asked at once, and so for more than are wanted: some will be among the better ones, too.
    """

    planner: Planner
    plan: Plan
    scope: Scope
    found: bodies.Query

    @cached_property
    def groups(self) -> list[Group]:
        """With longer words around those asked for."""
        return self.planner.widened(self.plan)

    @property
    def is_several(self) -> bool:
        """Whether some of the words may answer without the others."""
        return len(self.groups) > 1 and any(group.stems for group in self.groups)

    @property
    def telling(self) -> list[list[Group]]:
        """The parts of each word that tell something beside whole words."""
        return [self.planner.telling_parts(group) for group in self.groups]

    @property
    def single(self) -> list[list[Group]]:
        """All the parts of each word."""
        return [self.planner.single_parts(group) for group in self.groups]

    @cached_property
    def questions(self) -> dict[str, dict]:
        """The bodies, by what each is for; none if there is nothing less to ask for."""
        if not self.less:
            return {}
        best = {"best": self.body(self.found, FEW) | {"sort": bodies.sorting("relevance")}}
        pins = self.scope.pinned
        return best | self.less | ({"pinned": self.body(bodies.ids(pins), len(pins))} if pins else {})

    @cached_property
    def less(self) -> dict[str, dict]:
        """Those that do not ask for all of it as it stands."""
        asked, wide = {}, bodies.every(self.groups)
        if self.groups != self.plan.groups and not bodies.is_too_long(wide):
            asked["wide"] = self.body(wide, FEW + MOST_MORE)
        if self.scope.is_strict:
            return asked
        is_held = any(group.reach for group in self.groups)
        parts = self.telling if self.is_several or is_held else self.single
        if self.is_several or any(parts):
            query = bodies.partly(self.groups, parts) if self.is_several else bodies.loosely(self.groups, parts)
            asked["some"] = self.some(query)
        return asked

    @property
    def last(self) -> dict[str, dict]:
        """For a question that nothing else answers: any part of each of its words."""
        return {"some": self.some(bodies.loosely(self.groups, self.single))} if any(self.single) else {}

    def some(self, query: bodies.Query) -> dict:
        """The body of one that is answered by less; in the plainest way if servers might refuse it."""
        plain = bodies.plainly(self.groups) if bodies.is_too_long(query) else query
        return self.body(plain, FEW + 2 * MOST_MORE)

    def body(self, query: bodies.Query, most: int) -> dict:
        """Without what must not be found."""
        return bodies.best(query, bodies.excluded(self.scope), most)

    def tiers(self, found: dict[str, list[Row]]) -> Tiers:
        """What came of the questions; nothing twice. A single word is filled up to one page and no further."""
        best = found["best"]
        wide = without(keys(best), found.get("wide", []))[:MOST_MORE]
        known = keys([*best, *wide])
        some = without(known, found.get("some", []))[:MOST_MORE]
        some = some if self.is_several or not known else some[: max(FEW - len(known), 0)]
        return Tiers(best, wide, some, without(known | keys(some), found.get("pinned", [])))


def keys(rows: list[Row]) -> set[int]:
    """Which documents these are."""
    return {row[0] for row in rows}
