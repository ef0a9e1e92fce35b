"""`{{ cell|cell_text }}`: what stands in a table; a number stays in one piece, however narrow its column."""

import re
from typing import Any

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# Longer ones would push the last columns off the paper.
LONGEST_NUMBER = 12
NUMBER = re.compile(r"[<>≈~±+\-−–]?\s*\d[\d.,:\s]*(?:[%‰°€]|Euro|EUR|km|m²|ha)?")


@register.filter
def cell_text(value: Any) -> SafeString:
    """The text with its line breaks; a number that must not be broken is marked."""
    text = "" if value is None else str(value)
    number = text.strip()
    if len(number) <= LONGEST_NUMBER and NUMBER.fullmatch(number):
        return format_html('<span class="table-number">{}</span>', number)
    return linebreaksbr(text)
