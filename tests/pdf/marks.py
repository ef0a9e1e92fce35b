"""Marked content: what a page paints, and under which mark."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}


def loose_operators(page: pikepdf.Page) -> list[str]:
    """What is painted outside any mark."""
    stack, loose = [], []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            stack.append(mark_of(instruction.operands) is not None or str(instruction.operands[0]) == "/Artifact")
        elif operator == "EMC":
            stack.pop()
        elif operator in PAINTING and not any(stack):
            loose.append(operator)
    return loose


def unknown_marks(pdf: pikepdf.Pdf, known: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Page and number of marks that the tree does not hold."""
    return {(number, mark) for number, page in enumerate(pdf.pages) for mark in marks(page)} - known


def marks(page: pikepdf.Page) -> Iterator[int]:
    """The numbers of all marks on a page."""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC" and (mark := mark_of(instruction.operands)) is not None:
            yield mark


def mark_of(operands: Any) -> int | None:
    """The number of a mark, if it has one."""
    properties = operands[1] if len(operands) > 1 else None
    return int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None
