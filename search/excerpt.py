"""A piece of a page's text around the words found: escaped, with <mark>."""

import re
import unicodedata
from collections.abc import Iterable

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.search.index import SearchField

from home.page.models import BasePage

LENGTH, BEFORE = 240, 80
LONGEST_TEXT = 50_000


def text_of(page: BasePage) -> str:
    """The searchable text of a specific page without its title."""
    fields = [field for field in page.get_search_fields() if isinstance(field, SearchField)]
    texts = [flat(field.get_value(page)) for field in fields if field.field_name not in {"title", "id"}]
    return " ".join(" ".join(texts).split())[:LONGEST_TEXT]


def flat(value: object) -> str:
    """A field's value as one text."""
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")


def folded(text: str) -> str:
    """Lower case without accents, character by character, so that places stay the same."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)


def places(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where words of the text begin like one of the words asked for."""
    asked = "|".join(re.escape(folded(word)) for word in words)
    if not asked:
        return []
    return [found.span() for found in re.finditer(rf"(?<![^\W_])(?:{asked})\w*", folded(text))]


def excerpt(text: str, words: list[str]) -> SafeString:
    """About 240 characters around the first word found; the beginning if there is none."""
    found = places(text, words)
    start = word_start(text, max(found[0][0] - BEFORE, 0)) if found else 0
    end = word_end(text, start + LENGTH)
    piece = marked(text[start:end], [(a - start, b - start) for a, b in found if a >= start and b <= end])
    return format_html("{}{}{}", "… " if start else "", piece, " …" if end < len(text) else "")


def word_start(text: str, place: int) -> int:
    """The beginning of the next word, seen from the middle of one."""
    return text.find(" ", place) + 1 if place and " " in text[place : place + BEFORE] else place


def word_end(text: str, place: int) -> int:
    """The end of the last whole word before a place."""
    if place >= len(text):
        return len(text)
    return max(text.rfind(" ", 0, place), 0) or place


def marked(text: str, found: list[tuple[int, int]]) -> SafeString:
    """The text, escaped, with the places found in <mark>."""
    pieces, end = [], 0
    for begin, stop in found:
        pieces.append((text[end:begin], text[begin:stop]))
        end = stop
    return format_html_join("", "{}<mark>{}</mark>", pieces) + mark_safe(escape(text[end:]))  # noqa: S308
