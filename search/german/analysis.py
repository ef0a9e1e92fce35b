"""The analysis of a text: for each word its place, its stem and the stems of its parts."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .folding import fold
from .splitting import Splitter
from .stems import stem
from .tokens import places

# Goes up when the code of the analysis changes what it makes of a text.
VERSION = "1"
STOP_WORDS = frozenset(fold(word) for word in (Path(__file__).parent / "stopwords.txt").read_text().split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. A stop word counts in phrases only."""

    start: int
    end: int
    written: str
    word: str
    stem: str
    parts: tuple[str, ...]
    is_stop_word: bool


class Analyser:
    """German with a given lexicon: words that compounds are made of, and words that are never split."""

    def __init__(self, words: Iterable[str], denied: Iterable[str] = ()) -> None:
        self.splitter = Splitter.of(words, denied)
        self._seen: dict[str, tuple[str, str, tuple[str, ...], bool]] = {}

    def analyse(self, text: str) -> list[Token]:
        """All words of a text in order."""
        return list(self._tokens(text))

    def _tokens(self, text: str) -> Iterator[Token]:
        for place in places(text):
            seen = self._seen.get(place.written)
            if seen is None:
                seen = self._remember(place.written)
            if seen[0]:
                yield Token(place.start, place.end, place.written, *seen)

    def _remember(self, written: str) -> tuple[str, str, tuple[str, ...], bool]:
        if len(self._seen) > 200_000:  # noqa: PLR2004
            self._seen.clear()
        folded = fold(written)
        found = folded, stem(folded), self.splitter.parts(folded, written[0].isupper()), folded in STOP_WORDS
        self._seen[written] = found
        return found

    @cached_property
    def version(self) -> str:
        """Differs when the same text would be indexed differently."""
        words = " ".join([*sorted(self.splitter.forms), "/", *sorted(self.splitter.denied)])
        return f"{VERSION}-{hashlib.sha256(words.encode()).hexdigest()[:12]}"
