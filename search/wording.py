"""Reads what somebody typed into a search field: words, and phrases in quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .german.tokens import WORD

QUOTES = str.maketrans("„“”«»", '"""""')
PHRASE = re.compile(r'"([^"]*)"')


@dataclass(frozen=True)
class Term:
    """One word, or the words of a phrase."""

    words: tuple[str, ...]
    is_phrase: bool = False


def terms_of(text: str) -> list[Term]:
    """Words and phrases in the order typed. A quote without a partner means nothing."""
    return list(_terms(text.translate(QUOTES)))


def _terms(text: str) -> Iterator[Term]:
    end = 0
    for quoted in PHRASE.finditer(text):
        yield from _words(text[end : quoted.start()])
        words = tuple(found.group() for found in WORD.finditer(quoted.group(1)))
        if words:
            yield Term(words, is_phrase=len(words) > 1)
        end = quoted.end()
    yield from _words(text[end:])


def _words(text: str) -> Iterator[Term]:
    for found in WORD.finditer(text):
        yield Term((found.group(),))
