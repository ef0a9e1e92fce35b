"""A piece of a text around the words found: escaped, with <mark>; forms, parts and other words are marked, too."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .german.stems import stem
from .german.tokens import LONGEST_WORD, WORD
from .language import Language

LENGTH, BEFORE = 240, 80
SCANNED = 20_000
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
        found: list[Span] = []
        start, end, before = 0, 0, ""
        for word in WORD.finditer(text[:SCANNED]):
            written = word.group()
            if before and text[end : word.start()] == "-" and self.fits(before + written):
                found[-1:] = [*(span for span in found[-1:] if span[0] != start), (start, word.end())]
            elif self.fits(written):
                found.append(word.span())
            start, end, before = *word.span(), written
        return found

    def fits(self, written: str) -> bool:
        """Whether a word answers the question."""
        if written not in self.known:
            self.known[written] = self.looked_up(written)
        return self.known[written]

    def looked_up(self, written: str) -> bool:
        """The same, by its stem and what is inside it."""
        _word, own, _ways, inside, _is_stop_word = self.language.analyser.facts(written[:LONGEST_WORD])
        return own in self.stems or not self.stems.isdisjoint(inside)

    def excerpt(self, text: str) -> SafeString:
        """About 240 characters around the place with most matches; the beginning if there is none."""
        found = self.places(text)
        start = word_start(text, max(best_place(found) - BEFORE, 0)) if found else 0
        end = word_end(text, start + LENGTH)
        piece = marked(text[start:end], [(a - start, b - start) for a, b in found if a >= start and b <= end])
        return format_html("{}{}{}", "… " if start else "", piece, " …" if end < len(text) else "")


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
