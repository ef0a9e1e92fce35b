"""Takes compounds apart: Nachbarschaftsgespräche holds Nachbarschaft and Gespräch."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from .folding import fold
from .stems import stem

SHORTEST_COMPOUND, SHORTEST_PART = 6, 3
# One part unknown: the other must be long enough to be sure of it.
SHORTEST_HEAD, SHORTEST_FRONT, SHORTEST_UNKNOWN = 5, 6, 3
# Shorter pieces must be words of the lexicon as they stand, not only by their stem.
SHORTEST_INFLECTED = 5
LONGEST_COMPOUND, MOST_PARTS = 45, 4
# A noun made from a verb, and how much must stand before it.
VERBAL, SHORTEST_VERBAL, SHORTEST_BEFORE_VERBAL = re.compile(r"[a-z]*[b-df-hj-np-tv-z][a-z]*ung(?:en)?"), 6, 4
LINKS = ("", "s", "es", "n", "en", "e", "er", "ns")
# Beginnings that make a new word instead of a compound: Ver-waltung, Ent-scheidung.
PREFIXES = frozenset(
    """
    ab an auf aus be bei da dar durch ein emp ent er fehl fern fort ge gegen her heran hin hinter in inter miss
    mit nach neben nieder ober re rück sub super über um un unter ur ver vor vorbei weg weiter wider wieder zer zu
    zurück zusammen zwischen de des dis ex il im ir kon ko pro pra para auto uber ruck
    """.split()  # noqa: SIM905
)
# Endings that look like words.
SUFFIXES = frozenset(
    """
    schaft heit keit ung lich bar los sam tum nis ling ismus ist ion ation ität iker chen lein inn innen
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Splitter:
    """Splits by the stems of known words; some words are never split."""

    known: frozenset[str]
    # The known words themselves, folded, with and without a final e.
    forms: frozenset[str]
    denied: frozenset[str] = frozenset()

    @classmethod
    def of(cls, words: Iterable[str], denied: Iterable[str]) -> Self:
        """From words as people write them."""
        folded = {fold(word) for word in words}
        forms = folded | {word.removesuffix("e") for word in folded if len(word) > SHORTEST_PART}
        stems = frozenset(map(stem, folded))
        return cls(stems, frozenset(forms), frozenset(stem(fold(word)) for word in denied))

    def parts(self, folded: str, is_name: bool = True) -> tuple[str, ...]:
        """The stems of the parts."""
        return tuple(map(stem, self.pieces(folded, is_name)))

    def pieces(self, folded: str, is_name: bool = True) -> tuple[str, ...]:
        """The parts; none if they are unknown. One known part is enough for words that begin large."""
        if not SHORTEST_COMPOUND <= len(folded) <= LONGEST_COMPOUND or not folded.isalpha() or self._is_denied(folded):
            return ()
        ways = [way for count in range(2, MOST_PARTS + 1) for way in self._ways(folded, count)]
        if ways:
            return min(ways, key=lambda way: (len(way), -min(map(len, way))))
        if not is_name or stem(folded) in self.known:
            return ()
        return self._with_verbal_noun(folded) or self._one_part(folded)

    def _is_denied(self, folded: str) -> bool:
        return stem(folded) in self.denied

    def _ways(self, rest: str, count: int) -> Iterator[tuple[str, ...]]:
        """All ways to see `count` known words in the rest of a word."""
        if count == 1:
            if found := self._last(rest):
                yield (found,)
            return
        for place in range(SHORTEST_PART, len(rest) - SHORTEST_PART + 1):
            if front := self._front(rest[:place]):
                for others in self._ways(rest[place:], count - 1):
                    yield (front, *others)

    def _front(self, piece: str) -> str:
        """A part that is not the last one, without what links it to the next."""
        if piece in PREFIXES:
            return ""
        for link in LINKS:
            if piece.endswith(link) and len(piece) - len(link) >= SHORTEST_PART:
                bare = piece.removesuffix(link) if link else piece
                if bare not in PREFIXES and self._is_known(bare):
                    return bare
        return ""

    def _last(self, piece: str) -> str:
        """The last part, inflected or not."""
        return piece if len(piece) >= SHORTEST_PART and piece not in SUFFIXES and self._is_known(piece) else ""

    def _is_known(self, piece: str) -> bool:
        return stem(piece) in self.known if len(piece) >= SHORTEST_INFLECTED else piece in self.forms

    def _with_verbal_noun(self, folded: str) -> tuple[str, ...]:
        """A known word before a noun made from any verb: Baumfällung."""
        for place in range(len(folded) - SHORTEST_VERBAL, SHORTEST_BEFORE_VERBAL - 1, -1):
            if VERBAL.fullmatch(folded[place:]) and (front := self._front(folded[:place])):
                return (front, folded[place:])
        return ()

    def _one_part(self, folded: str) -> tuple[str, ...]:
        """The last part, or else the first, if only one of two is known and long enough."""
        for place in range(SHORTEST_UNKNOWN, len(folded) - SHORTEST_HEAD + 1):
            if folded[:place] not in PREFIXES and (found := self._last(folded[place:])):
                return (found,)
        for place in range(len(folded) - SHORTEST_UNKNOWN, SHORTEST_FRONT - 1, -1):
            if not folded[place:].startswith(tuple(SUFFIXES)) and (found := self._front(folded[:place])):
                return (found,)
        return ()
