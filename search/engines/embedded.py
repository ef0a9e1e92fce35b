"""What the two embedded engines share: a question is planned and answered by the index in the site's own database."""

import math
from collections.abc import Iterable
from itertools import islice

from ..german.folding import fold
from ..language import language
from ..models import IndexState
from ..query import SearchQuery
from . import readable
from .base import Answer, Capability, Scope
from .filling import FEW, OTHER_WORDS, Filling
from .group import Group
from .plan import Plan, Planner
from .stored import AT_ONCE, StoredIndex
from .tally import Catch, Row, Tally
from .vocabulary import Vocabulary


class EmbeddedEngine(StoredIndex):
    """An engine inside the database. How the database matches is each one's own."""

    capabilities = frozenset(set(Capability) - {Capability.HIGHLIGHTS})

    def matching(self, generation: str, groups: list[Group], every: bool, most: int | None = None) -> list[Row]:
        """Readable documents that answer every group, or any."""
        raise NotImplementedError

    def keys(self, generation: str, groups: list[Group], among: Iterable[int] | None = None) -> set[int]:
        """Documents that answer every group, readable or not, of all or of these; nothing is ranked."""
        raise NotImplementedError

    def caught(self, generation: str, plan: Plan | None, query: SearchQuery, scope: Scope) -> Catch:
        """Readable documents that answer, or all of them without a plan: one by one as far as the slice needs them."""
        if plan is None:
            return Catch(self.everything(generation))
        return Catch(self.own_first(generation, plan, self.matching(generation, plan.groups, every=True)))

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        """All words first; if they are in few documents only, some of the words, too."""
        state = scope.index
        if not query.words:
            caught = Catch() if query.text else self.caught(state.generation, None, query, scope)
            return Tally(caught, query.chosen).answer(scope, "date")
        planner = Planner(language(state), Vocabulary(state.generation, state.index_stamp))
        plan = planner.plan(query)
        caught = self.caught(state.generation, plan, query, scope)
        rows, wide, some, is_answered = caught.rows, [], [], bool(caught.count)
        if caught.count < FEW:
            wide, some = Filling(self, state.generation, planner).rows(plan, rows, scope.is_strict)
        is_loose = bool(some) and not (rows or wide or scope.pinned)
        tiers = dict.fromkeys((row[0] for row in wide), 1) | dict.fromkeys((row[0] for row in some), 2)
        rows += [*wide, *some]
        rows += self.entries(state.generation, set(scope.pinned) - {row[0] for row in rows})
        answer = Tally(caught, query.chosen).answer(
            scope, query.sort, (lambda key: tiers.get(key, 0)) if tiers else None
        )
        is_safe = is_answered or all(self.is_held(state.generation, group) for group in plan.corrected)
        correction = plan.correction if is_safe else None
        return Answer(answer.total, answer.matches, answer.facets, correction, bool(some), is_loose, query.sort)

    def own_first(self, generation: str, plan: Plan, rows: list[Row]) -> list[Row]:
        """Documents that hold only other words, or the parts of a compound here and there, weigh less than the best
        that says it, however rare these are.
        """
        if not rows or plan.literal == plan.groups:
            return rows
        own = self.keys(generation, plan.literal)
        best = max((row[1] for row in rows if row[0] in own), default=math.inf)
        return [row if row[0] in own else (row[0], min(row[1], best) * OTHER_WORDS, *row[2:]) for row in rows]

    def is_held(self, generation: str, group: Group) -> bool:
        """Whether a readable document answers; nothing is ranked, and hardly ever more than some are looked at."""
        some = set(islice(self.keys(generation, [group]), AT_ONCE))
        return bool(some and (self.entries(generation, some) or self.matching(generation, [group], every=True)))

    def everything(self, generation: str, only: str = "", keys: Iterable[int] = ()) -> list[Row]:
        """All readable documents, or those that fit a condition."""
        condition, values = readable.condition()
        columns = "e.key, CAST(0 AS double precision), e.facets, e.day"
        question = f"SELECT {columns} FROM search_entry_{generation} e "
        return readable.only_public(self.rows(f"{question} WHERE {only} {condition}", [*keys, *values]))

    def entries(self, generation: str, keys: set[int]) -> list[Row]:
        """The readable ones of these documents."""
        marks = ", ".join(["%s"] * len(keys))
        return self.everything(generation, f"e.key IN ({marks}) AND", sorted(keys)) if keys else []

    def late_pages(self, generation: str) -> frozenset[int]:
        """Keys it holds of pages that nobody may read any more: none, unless it is late."""
        return frozenset(key for (key,) in self.rows(*readable.late(f"search_entry_{generation}")))

    def others(self, generation: str) -> frozenset[int]:
        """Keys of everything it holds that is no page."""
        return frozenset(key for (key,) in self.rows(f"SELECT e.key FROM search_entry_{generation} e WHERE e.key < 0"))

    def terms(self, beginning: str, count: int) -> list[str]:
        """Frequent words with this beginning that a readable document holds now."""
        state = IndexState.current()
        found = Vocabulary(state.generation, state.index_stamp).beginning(fold(beginning), 3 * count)
        one_each = {stem: written for written, stem in reversed(found)}
        words = [(written, stem) for written, stem in found if one_each[stem] == written]
        held = (word for word, stem in words if self.is_held(state.generation, Group(stems=[stem])))
        return list(islice(held, count))
