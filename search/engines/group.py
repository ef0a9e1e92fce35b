"""The ways to answer one word or phrase of a question."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..german.analysis import is_stop_stem
from ..language import Stems
from .entries import SHORTEST_WORD

SHORTEST_WITHIN = 5


@dataclass
class Group:
    """The ways to answer one word or phrase."""

    # The word as it was typed, folded; none of a phrase.
    word: str = ""
    # The stem itself, in whole words and in parts of compounds.
    stems: list[str] = field(default_factory=list)
    # All parts of a compound, or the root of a verb, anywhere.
    parts: list[Stems] = field(default_factory=list)
    # Words next to each other, in whole words only.
    phrases: list[Stems] = field(default_factory=list)
    # Other words for the same: short ones and terms in whole words only.
    synonyms: list[Stems] = field(default_factory=list)
    # Compounds with another word for one of the parts, anywhere like these.
    otherwise: list[Stems] = field(default_factory=list)
    # Kinds of what is asked for, in the same places, and how they are written.
    narrower: dict[Stems, str] = field(default_factory=dict)
    # In how many documents the word is, at most what answers in its own words, and what answers at all.
    frequency: int = 1
    spread: int = 1
    reach: int = 0
    # How much it counts beside other groups.
    weight: float = 1.0

    def count(self, known: dict[str, int]) -> None:
        """Notes how frequent it is, by the number of documents that hold each stem."""

        def most(ways: Iterable[Stems]) -> int:
            return max(min(known.get(stem, 0) for stem in counted(way) or way) for way in ways)

        self.frequency = max([1, *(known.get(stem, 0) for stem in self.stems)])
        self.spread, self.reach = max(1, most(self.own.ways)), most(self.ways)

    @property
    def all_stems(self) -> set[str]:
        """Everything that may stand in a text."""
        return {*self.stems, *(stem for stems in (*self.anywhere, *self.together) for stem in stems)}

    @property
    def anywhere(self) -> list[Stems]:
        """Stems that answer together, in whole words or in parts of compounds."""
        return [*self.parts, *self.otherwise, *(stems for stems in self.others if is_long(stems))]

    @property
    def together(self) -> list[Stems]:
        """Stems that answer next to each other in whole words."""
        return [*self.phrases, *(stems for stems in self.others if not is_long(stems))]

    @property
    def ways(self) -> list[Stems]:
        """Stems that answer together, wherever they stand."""
        return [*((stem,) for stem in self.stems), *self.anywhere, *self.together]

    @property
    def others(self) -> list[Stems]:
        """Other words for it, and its kinds."""
        return [*self.synonyms, *self.narrower]

    @property
    def has_others(self) -> bool:
        """Whether a document may answer without a word that was asked for."""
        return bool(self.others or self.otherwise)

    @property
    def tells(self) -> float:
        """What it says of a document that it answers: the more, the fewer documents do."""
        return self.weight / math.log(2 + self.spread)

    @property
    def own(self) -> "Group":
        """Without what others call it, and without its kinds."""
        return replace(self, otherwise=[], synonyms=[], narrower={})

    @property
    def literal(self) -> "Group":
        """What says the very word: Hochzeit, and not any text with hoch and Zeit in it."""
        return replace(self.own, parts=[way for way in self.parts if len(way) == 1])

    def or_parts(self, parts: list["Group"]) -> "Group":
        """The same, answered by any of these parts, too."""
        return replace(self, parts=[*self.parts, *(tuple(part.stems) for part in parts)])


def is_long(stems: Stems) -> bool:
    """Whether a synonym is one word that means the same within a compound."""
    return len(stems) == 1 and len(stems[0]) >= SHORTEST_WITHIN


def answerable(group: Group, known: Iterable[str]) -> bool:
    """Whether the index holds what one of the ways needs."""
    if not counted(group.stems):
        return True
    return any(all(stem in known for stem in needed) for way in group.ways if (needed := counted(way)))


def counted(stems: Stems | list[str]) -> list[str]:
    """Those that the index counts: no stop word, nothing short, and no number. Pages may hold the others, too."""
    return [stem for stem in stems if len(stem) >= SHORTEST_WORD and not (is_stop_stem(stem) or stem.isdigit())]
