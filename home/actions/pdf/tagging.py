"""Closes gaps in WeasyPrint's tags: language of parts, header scope, list kinds, definition lists, decoration.

It wraps one private function, which is why WeasyPrint's version is pinned; tests/pdf look at the result.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

LIST_KINDS = {"ol": "/Decimal", "ul": "/Disc", "dl": "/None"}
TERMS = {"dt": "/Lbl", "dd": "/LBody"}

build_box_tree = tags._build_box_tree


@contextlib.contextmanager
def better_tags() -> Iterator[None]:
    """For the time of one `write_pdf`. Not safe for threads: the caller holds a lock."""
    tags._build_box_tree = repaired
    try:
        yield
    finally:
        tags._build_box_tree = build_box_tree


def repaired(box: Any, parent: pydyf.Dictionary, *args) -> Iterator[pydyf.Dictionary]:
    """WeasyPrint's elements for this box, repaired. A decorative picture gets none and so becomes an artifact."""
    source = getattr(box, "element", None)
    tag = getattr(source, "tag", None)
    if tag in TERMS and parent["S"] == "/Div":
        box.is_in_pair = True
    for element in build_box_tree(box, parent, *args):
        if tag == "img" and not source.get("alt"):
            continue
        if tag:
            repair(element, source, parent, box)
        yield element


def repair(element: pydyf.Dictionary, source: Any, parent: pydyf.Dictionary, box: Any) -> None:
    """Adds to one element what its HTML says."""
    role, tag = element["S"], source.tag
    if tag != "html" and source.get("lang") and "Lang" not in element:
        element["Lang"] = pydyf.String(source.get("lang"))
    if role == "/TH" and "A" in element:
        element["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"
    elif role == "/L" and tag in LIST_KINDS:
        element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": LIST_KINDS[tag]})
    elif tag == "div" and parent["S"] == "/L":
        element["S"] = "/LI"
    elif tag in TERMS and getattr(box, "is_in_pair", False):
        element["S"] = TERMS[tag] if role == "/LI" else "/NonStruct"
