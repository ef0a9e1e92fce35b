"""Texts of a case study: rich ones with few features, and lists with one item a line."""

from typing import Any

from wagtail.fields import RichTextField

# Paragraphs, lists, links and one level of headings; styles that are pasted along are dropped.
FEATURES = ["h3", "bold", "italic", "ol", "ul", "link"]


def story(label: Any, longest: int, help_text: Any = "") -> RichTextField:
    """A part of the story. The form refuses more than `longest` characters; a draft keeps them."""
    return RichTextField(label, max_length=longest, blank=True, features=FEATURES, help_text=help_text)


def items(text: str) -> list[str]:
    """The lines of a list, without those that are empty and without marks at their beginning."""
    lines = (line.strip().lstrip("-–•*").strip() for line in text.splitlines())
    return [line for line in lines if line]
