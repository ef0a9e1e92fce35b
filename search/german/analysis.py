"""The analysis of a text: for each word its place, its stem, and what else it may be found by."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from .folding import fold
from .splitting import Splitter
from .stems import stem
from .tokens import HYPHEN, places
from .verbs import SEPARABLE, is_from_verb, joined, roots

# Goes up when the code of the analysis changes what it makes of a text.
VERSION = "7"
# How far before its prefix a verb may stand, and how its forms end.
MOST_BETWEEN, VERB_ENDINGS = 14, ("t", "en", "te", "st", "ern", "eln")
CLAUSE_END, SENTENCE_END = re.compile(r"\W*(?:[.,;:!?–)]|$|\s(?:und|oder)\s)"), re.compile(r"\W*[.!?;]")
# Stop words are kept for phrases, each as it is, with a sign that no stem ends with: “sich” is no “sicher”.
STOP_SIGN = "0"
STOP_WORDS = frozenset(fold(word) for word in (Path(__file__).parent / "stopwords.txt").read_text().split())


def is_stop_stem(stem: str) -> bool:
    """Whether this is how a stop word is kept."""
    return stem.endswith(STOP_SIGN) and stem.removesuffix(STOP_SIGN) in STOP_WORDS


class Token(NamedTuple):
    """A word of a text. A stop word counts in phrases only."""

    start: int
    end: int
    written: str
    word: str
    stem: str
    # Each way is a set of stems that together answer for the word: all its parts, or the root of its verb.
    ways: tuple[tuple[str, ...], ...] = ()
    # Stems under which the word is found, beside its own.
    inside: tuple[str, ...] = ()
    is_stop_word: bool = False


Facts = tuple[str, str, tuple[tuple[str, ...], ...], tuple[str, ...], bool]


class Analyser:
    """German with a given lexicon: words that compounds are made of, and words that are never split."""

    def __init__(self, words: Iterable[str], denied: Iterable[str] = ()) -> None:
        self.splitter = Splitter.of(words, denied)
        self._seen: dict[str, Facts] = {}

    def analyse(self, text: str) -> list[Token]:
        """All words of a text in order."""
        tokens = list(self._tokens(text))
        for place, token in enumerate(tokens):
            if token.word in SEPARABLE and CLAUSE_END.match(text, token.end):
                tokens[place] = token._replace(inside=tuple(joined(token.word, verbs_before(text, tokens[:place]))))
        for place, (token, following) in enumerate(pairwise(tokens)):
            if is_one_word(text, token, following):
                as_one, pair = stem(token.word + following.word), tokens[place : place + 2]
                tokens[place : place + 2] = [part._replace(inside=(*part.inside, as_one)) for part in pair]
        return tokens

    def _tokens(self, text: str) -> Iterator[Token]:
        for start, end, written in places(text):
            found = self.facts(written)
            if found[0]:
                yield Token(start, end, written, *found)

    def facts(self, written: str) -> Facts:
        """What there is to know of a word by itself, as in a token."""
        return self._seen.get(written) or self._remember(written)

    def _remember(self, written: str) -> Facts:
        if len(self._seen) > 200_000:  # noqa: PLR2004
            self._seen.clear()
        folded = fold(written)
        pieces = self.splitter.pieces(folded, written[0].isupper())
        own = self._roots(folded) if written.islower() or len(pieces) < 2 else ()  # noqa: PLR2004
        parts, rooted = tuple(map(stem, pieces)), tuple((*self._roots(piece), stem(piece))[0] for piece in pieces)
        ways = {parts, rooted} if len(pieces) > 1 else ()
        deeper = [part for piece in pieces for part in self.splitter.parts(piece)]
        inside = dict.fromkeys([*parts, *own, *rooted, *deeper])
        found = folded, stem(folded), (*sorted(ways), *((root,) for root in own)), tuple(inside), False
        if folded in STOP_WORDS:
            found = folded, folded + STOP_SIGN, (), (), True
        self._seen[written] = found
        return found

    def _roots(self, folded: str) -> tuple[str, ...]:
        """Of verbs; a noun of the lexicon has none, unless it is made from a verb."""
        return () if folded in self.splitter.forms and not is_from_verb(folded) else roots(folded)

    @cached_property
    def version(self) -> str:
        """Differs when the same text would be indexed differently."""
        words = " ".join([*sorted(self.splitter.forms), "/", *sorted(self.splitter.denied)])
        return f"{VERSION}-{hashlib.sha256(words.encode()).hexdigest()[:12]}"


def is_one_word(text: str, token: Token, following: Token) -> bool:
    """Whether two words with a hyphen may as well be written as one: E-Bike and Home-Office, but not 9-12."""
    is_linked = following.start - token.end == 1 and HYPHEN.match(text, token.end)
    is_number = (token.word + following.word).isdigit()
    return bool(is_linked) and not (is_number or token.is_stop_word or following.is_stop_word)


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text without stop words, whatever the lexicon: much faster, as no word is taken apart."""
    words = (fold(written) for _start, _end, written in places(text))
    return tuple(stem(word) for word in words if word and word not in STOP_WORDS)


def phrase(text: str) -> tuple[str, ...]:
    """The stems of a term as they stand next to each other in a text; a stop word alone is none."""
    words = [word for _start, _end, written in places(text) if (word := fold(written))]
    found = tuple(word + STOP_SIGN if word in STOP_WORDS else stem(word) for word in words)
    return () if all(map(is_stop_stem, found)) else found


def verbs_before(text: str, tokens: list[Token]) -> list[str]:
    """Words of the same sentence that may be its verb: written small, in the form of one."""
    found: list[str] = []
    for token in reversed(tokens[-MOST_BETWEEN:]):
        if SENTENCE_END.match(text, token.end):
            break
        if token.written.islower() and not token.is_stop_word and token.word.endswith(VERB_ENDINGS):
            found.append(token.word)
    return found
