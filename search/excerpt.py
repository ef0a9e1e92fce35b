"""A piece of a text around the words found: escaped, with <mark>; forms, parts and other words are marked, too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .german.stems import stem
from .german.tokens import HYPHEN, LONGEST_WORD, WORD
from .language import Language

LENGTH, BEFORE = 240, 80
SCANNED = 20_000
LAST_WORD = re.compile(r"[^\W_]+\Z")
Span = tuple[int, int]


@dataclass(frozen=True)
class Marker:
    """Marks words by their stems."""

    language: Language
    stems: frozenset[str]
    # Words of the texts that were looked at already, and whether they answer the question.
    known: dict[str, bool] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, language: Language, text: str) -> "Marker":
        """For the words of a question: their stems, their parts, and synonyms and kinds of one word."""
        tokens = [token for token in language.analyse(text) if not token.is_stop_word]
        found = {stem(token.word + following.word) for token, following in pairwise(tokens)}
        for token in tokens:
            found |= {token.stem}
            found |= {stems[0] for stems in language.instead((token.stem,)) if len(stems) == 1}
            found |= {part for way in token.ways for part in way}
        return cls(language, frozenset(found))

    def places(self, text: str) -> list[Span]:
        """Where words of the text match; two words with a hyphen between them may match as one."""
        if not self.stems:
            return []
        found, known, scanned = [], self.known, text[:SCANNED]
        for word in WORD.finditer(scanned):
            written = word.group()
            if written not in known:
                known[written] = self.fits(written)
            if known[written]:
                found.append(word.span())
        pairs = [(start, end) for start, end, written in hyphenated(scanned) if self.fits(written)]
        return merged([*found, *pairs]) if pairs else found

    def fits(self, written: str) -> bool:
        """Whether a word answers the question."""
        _word, own, _ways, inside, _is_stop_word = self.language.analyser.facts(written[:LONGEST_WORD])
        return own in self.stems or not self.stems.isdisjoint(inside)

    def excerpt(self, text: str) -> SafeString:
        """About 240 characters around the place with most matches; the beginning if there is none."""
        found = self.places(text)
        start = word_start(text, max(best_place(found) - BEFORE, 0)) if found else 0
        end = word_end(text, start + LENGTH)
        piece = marked(text[start:end], [(a - start, b - start) for a, b in found if a >= start and b <= end])
        return format_html("{}{}{}", "… " if start else "", piece, " …" if end < len(text) else "")


def hyphenated(text: str) -> Iterator[tuple[int, int, str]]:
    """Each two words with a hyphen between them: where they stand, and how they are written as one."""
    for hyphen in HYPHEN.finditer(text):
        place = hyphen.start()
        before, after = LAST_WORD.search(text, max(place - LONGEST_WORD, 0), place), WORD.match(text, place + 1)
        if before and after:
            yield before.start(), after.end(), before.group() + after.group()


def merged(found: list[Span]) -> list[Span]:
    """In order; those that overlap are one."""
    spans: list[Span] = []
    for start, end in sorted(found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def best_place(found: list[Span]) -> int:
    """The beginning of the first match that has most others behind it, as far as an excerpt reaches."""
    reach = LENGTH - BEFORE
    first = found[:60]
    return max(first, key=lambda span: (sum(span[0] <= other[0] < span[0] + reach for other in first), -span[0]))[0]


def word_start(text: str, place: int) -> int:
    """The beginning of the next word, seen from the middle of one."""
    return text.find(" ", place) + 1 if place and " " in text[place : place + BEFORE] else place


def word_end(text: str, place: int) -> int:
    """The end of the last whole word before a place."""
    if place >= len(text):
        return len(text)
    return max(text.rfind(" ", 0, place), 0) or place


def marked(text: str, found: Iterable[Span]) -> SafeString:
    """The text, escaped, with the places found in <mark>."""
    pieces, end = [], 0
    for begin, stop in found:
        pieces.append((text[end:begin], text[begin:stop]))
        end = stop
    return format_html_join("", "{}<mark>{}</mark>", pieces) + mark_safe(escape(text[end:]))  # noqa: S308
