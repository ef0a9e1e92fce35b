"""All words of an index in memory: which are spelled nearly so, which are longer, which make up another one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..german.splitting import LINKS, LONGEST_COMPOUND, PREFIXES, SUFFIXES, Splitter
from ..german.stems import stem as stem_of
from ..german.verbs import SEPARABLE, roots

SHORTEST_CORRECTED, SURELY_LONG, MOST_NEAR = 4, 8, 3
# Longer words around a word: how short it may be, how much more they must have, and how many count.
SHORTEST_WITHIN, SHORTEST_REST, MOST_AROUND = 4, 3, 20
# A known word at one end of an unknown one is so long at least.
SHORTEST_END = 5
distance = OSA.distance


@dataclass(frozen=True)
class KnownWord:
    """A word as written, its stem, in how many documents it is, and whether only as a part of others."""

    folded: str
    written: str
    stem: str
    documents: int
    is_part: bool = False


class KnownWords:
    """Read once after each change of the index."""

    def __init__(self, words: Iterable[KnownWord]) -> None:
        self.words = {word.folded: word for word in words}

    @cached_property
    def by_stem(self) -> dict[str, KnownWord]:
        """The most frequent word of each stem; whole words before parts."""
        return {
            word.stem: word for word in sorted(self.words.values(), key=lambda word: (not word.is_part, word.documents))
        }

    @cached_property
    def most(self) -> int:
        """In how many documents the most frequent word is."""
        return max((word.documents for word in self.words.values()), default=0)

    @cached_property
    def lines(self) -> str:
        """Every whole word and its stem in a line, most frequent first: looked through faster than any table."""
        whole = sorted((word for word in self.words.values() if not word.is_part), key=lambda word: -word.documents)
        return "\n" + "".join(f"{word.folded} {word.stem}\n" for word in whole)

    @cached_property
    def splitter(self) -> Splitter:
        """Takes words apart into words of the index."""
        words = [word for word in self.words.values() if len(word.folded) >= SHORTEST_WITHIN]
        forms = frozenset(form for word in words for form in (word.folded, word.folded.removesuffix("e")))
        return Splitter(frozenset(word.stem for word in words), forms)

    def near(self, folded: str) -> list[KnownWord]:
        """The words spelled most nearly so, most frequent first; else those whose stem is."""
        if len(folded) < SHORTEST_CORRECTED:
            return []
        furthest = 2 if len(folded) >= SURELY_LONG else 1
        return nearest([folded], self.words, furthest) or nearest(bases(folded), self.by_stem, 1)

    def around(self, stem: str, lexicon: Splitter) -> list[str]:
        """Stems of frequent words that are longer at one end, by what the index or the lexicon know as a word."""
        if len(stem) < SHORTEST_WITHIN or not stem.isalnum():
            return []
        found = dict.fromkeys(
            other
            for word, other in self.holding(stem)
            if any(self.is_word(rest, lexicon) for form in (other, word) for rest in rests(form, stem))
        )
        return list(found)[:MOST_AROUND]

    def is_word(self, piece: str, lexicon: Splitter) -> bool:
        """Whether a piece of a compound is a word, or is made of words."""
        stem = stem_of(piece)
        known = piece in self.words or stem in self.by_stem or piece in lexicon.forms or stem in lexicon.known
        return known or bool(lexicon.pieces(piece, is_name=False) or self.splitter.pieces(piece, is_name=False))

    def holding(self, piece: str) -> Iterator[tuple[str, str]]:
        """Words and stems, one of which holds these letters; most frequent first."""
        place = self.lines.find(piece)
        while place >= 0:
            start, end = self.lines.rfind("\n", 0, place) + 1, self.lines.find("\n", place)
            word, _space, stem = self.lines[start:end].partition(" ")
            yield word, stem
            place = self.lines.find(piece, end)

    def pieces(self, folded: str) -> tuple[str, ...]:
        """The stems of two words or more of the index that make up a word; none if there are none."""
        found = self.splitter.pieces(folded, is_name=False)
        return tuple(map(stem_of, found)) if found and min(map(len, found)) >= SHORTEST_WITHIN else ()

    def without_prefix(self, folded: str) -> list[str]:
        """The stems of the verb that a longer one is made of: umtauschen, tauschen."""
        fronts = [prefix for prefix in SEPARABLE if folded.startswith(prefix)]
        rests = [folded.removeprefix(prefix) for prefix in sorted(fronts, key=len, reverse=True)]
        found = [base for rest in rests for base in bases(rest) if len(base) >= SHORTEST_WITHIN]
        return [base for base in found if base in self.by_stem][:1]

    def ends(self, folded: str, lexicon: Splitter) -> list[str]:
        """The stems of the longest words of the index that an unknown word of decent length begins and ends with.

        A beginning may be part of other words only: Nitratbelastung begins like Nitratwerte.
        """
        if len(folded) > LONGEST_COMPOUND:
            return []
        lengths = range(len(folded) - SHORTEST_REST, SHORTEST_END - 1, -1)
        fronts = [front for length in lengths for front in (folded[:length], folded[:length].removesuffix("s"))]
        backs = (folded[-length:] for length in lengths)
        whole = [next((stem_of(end) for end in ends if stem_of(end) in self.by_stem), "") for ends in (fronts, backs)]
        shared = next(filter(None, (self.beginning(front, lexicon) for front in fronts)), []) if not whole[0] else []
        return [stem for stem in (*shared, *whole) if stem]

    def beginning(self, front: str, lexicon: Splitter) -> list[str]:
        """Stems of frequent words that begin like this and go on with another word."""
        lines = (line.partition(" ") for line in islice(self.lines_from(f"\n{front}"), MOST_AROUND))
        found = (
            stem for word, _space, stem in lines if any(self.is_word(rest, lexicon) for rest in rests(word, front))
        )
        return list(islice(found, MOST_NEAR))

    def lines_from(self, start: str) -> Iterator[str]:
        """Words and stems that begin so; most frequent first."""
        place = self.lines.find(start)
        while place >= 0:
            end = self.lines.find("\n", place + 1)
            yield self.lines[place + 1 : end]
            place = self.lines.find(start, end)


def nearest(asked: Iterable[str], known: dict[str, KnownWord], furthest: int) -> list[KnownWord]:
    """Those at the least distance from one of the words."""
    for word in asked:
        found = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=furthest, limit=20)
        if found:
            least = min(far for _word, far, _place in found)
            best = [known[other] for other, far, _place in found if far == least]
            return sorted(best, key=lambda other: (other.is_part, -other.documents))[:MOST_NEAR]
    return []


def bases(folded: str) -> list[str]:
    """The stem of a word and the roots of verbs it may come from, if they are long enough to be sure."""
    return [base for base in (stem_of(folded), *roots(folded)) if len(base) >= SHORTEST_END]


def rests(word: str, within: str) -> Iterator[str]:
    """What a word has before or behind another one, with and without what links them; if it may be a word, too."""
    if word.endswith(within) and (front := word.removesuffix(within)) not in PREFIXES:
        yield from (front.removesuffix(link) for link in LINKS if is_long(front.removesuffix(link)))
    elif word.startswith(within) and not (back := word.removeprefix(within)).startswith(tuple(SUFFIXES)):
        yield from (back.removeprefix(link) for link in LINKS if is_long(back.removeprefix(link)))


def is_long(rest: str) -> bool:
    """Long enough to be a word."""
    return len(rest) >= SHORTEST_REST
