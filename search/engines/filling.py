"""What follows when few documents answer all of a question: longer words, some of the words, parts of a word."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from .group import Group
from .plan import Plan, Planner
from .tally import Row

# So few documents are filled up with others; at most so many of these.
FEW, MOST_MORE = 10, 30
# What a document weighs that holds other words for what is asked, or a single part of a compound.
OTHER_WORDS, SINGLE_PART = 0.8, 0.4
AMONG_EQUALS = 0.05


class Index(Protocol):
    """What finds documents."""

    def matching(self, generation: str, groups: list[Group], every: bool, most: int | None = None) -> list[Row]:
        """Readable documents that answer every group, or any."""

    def keys(self, generation: str, groups: list[Group], among: Iterable[int] | None = None) -> set[int]:
        """Documents that answer every group, of all or of these."""


@dataclass(frozen=True)
class Filling:
    """Looks for more documents, each time for less of what was asked."""

    index: Index
    generation: str
    planner: Planner

    def rows(self, plan: Plan, best: list[Row], is_strict: bool) -> tuple[list[Row], list[Row]]:
        """Those with longer words around those asked for, and, unless only whole answers count, the less good ones."""
        groups, known = self.planner.widened(plan), {row[0] for row in best}
        wide = self.wide(groups, known) if groups != plan.groups else []
        known |= {row[0] for row in wide}
        if is_strict:
            return wide, []
        return wide, self.relaxed(groups, known) or self.loosely(groups, known)

    def wide(self, groups: list[Group], known: set[int]) -> list[Row]:
        """Documents that answer every group, but for those known."""
        rows = self.index.matching(self.generation, groups, every=True, most=MOST_MORE + len(known))
        return without(known, rows)[:MOST_MORE]

    def relaxed(self, groups: list[Group], known: set[int]) -> list[Row]:
        """The best documents that hold some of the words, or telling parts of them, but every phrase."""
        loose = [group for group in groups if group.stems]
        if len(groups) < 2 or not loose:  # noqa: PLR2004
            return []
        parts = [self.planner.telling_parts(group) for group in loose]
        asked = [group.or_parts(own) for group, own in zip(loose, parts, strict=True)]
        rows = without(known, self.index.matching(self.generation, asked, every=False, most=MOST_MORE + len(known)))
        if firm := [group for group in groups if not group.stems]:
            held = {row[0] for row in self.index.matching(self.generation, firm, every=True)}
            rows = [row for row in rows if row[0] in held]
        return self.most_telling(loose, parts, rows)[:MOST_MORE]

    def loosely(self, groups: list[Group], known: set[int]) -> list[Row]:
        """The best documents that hold single parts of what is asked: for each word, else for any.

        Beside documents with the whole word only telling parts count, and no more than a page is filled up with.
        """
        parts = [self.planner.telling_parts(group) if known else self.planner.single_parts(group) for group in groups]
        asked = [group.or_parts(own) for group, own in zip(groups, parts, strict=True)]
        if not any(parts):
            return []
        ways = (self.index.matching(self.generation, asked, every, most=MOST_MORE) for every in (True, False))
        rows = without(known, next((rows for rows in ways if rows), []))
        pieces = list({part.stems[0]: part for own in parts for part in own}.values())
        return self.most_telling(pieces, [[] for _piece in pieces], rows)[: FEW - len(known) if known else MOST_MORE]

    def most_telling(self, groups: list[Group], parts: list[list[Group]], rows: list[Row]) -> list[Row]:
        """Weighs documents by what they answer of a question: a rare word tells more, another word for it or a part of
        it less. The weight that the database gave, one at most, decides among equals.
        """
        keys, best = [row[0] for row in rows], max((row[1] for row in rows), default=0) or 1
        told: Counter[int] = Counter()
        for group, pieces in zip(groups, parts, strict=True) if rows else ():
            own, other = self.index.keys(self.generation, [group.own], keys), self.found(group, keys)
            for key in other:
                told[key] += group.tells if key in own else group.tells * OTHER_WORDS
            for piece in pieces:
                for key in self.found(piece, keys) - other:
                    told[key] += piece.tells * SINGLE_PART
        weighed = [(key, told[key] + AMONG_EQUALS * score / best, facets, day) for key, score, facets, day in rows]
        return sorted(weighed, key=lambda row: -row[1])

    def found(self, group: Group, keys: list[int]) -> set[int]:
        """Those of these documents that answer a group."""
        return self.index.keys(self.generation, [group], keys)


def without(known: set[int], rows: list[Row]) -> list[Row]:
    """Those not known yet."""
    return [row for row in rows if row[0] not in known]
