"""A PDF's structure tree, flat: what a screen reader gets to know."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

STANDARD = {
    *(
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
    ),
    *("H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code"),
    *("Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
}


def as_list(value: Any) -> list:
    """What may be missing, single or many, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


@dataclass
class Node:
    """One structure element."""

    element: Dictionary
    role: str
    parent: "Node | None"
    kids: list["Node"] = field(default_factory=list)

    @property
    def attributes(self) -> dict[str, Any]:
        """The element's attributes, of all owners."""
        entries = [entry for entry in as_list(self.element.get("/A")) if isinstance(entry, Dictionary)]
        return {str(key)[1:]: value for entry in entries for key, value in entry.items()}

    def has(self, key: str) -> bool:
        """Whether the element says something under this key."""
        return bool(str(self.element.get(key, "")))


class Tree:
    """All elements, the marked content they hold, and the annotations they own."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf  # its objects live as long as it does
        self.nodes: list[Node] = []
        self.marks: set[tuple[int, int]] = set()
        self.annotations: dict[tuple, Node] = {}
        self.root = pdf.Root.get("/StructTreeRoot")
        self.pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        for kid in as_list(self.root.get("/K")) if self.root else []:
            self.walk(kid, None, None)

    def walk(self, node: Any, parent: Node | None, page: int | None) -> None:
        """Takes in one entry and all below it."""
        if isinstance(node, int):
            self.marks.add((page, node))
            return
        page = self.pages[node.Pg.objgen] if "/Pg" in node else page
        kind = str(node.get("/Type", "/StructElem"))
        if kind == "/MCR":
            self.marks.add((page, int(node.MCID)))
        elif kind == "/OBJR":
            self.annotations[node.Obj.objgen] = parent
        else:
            self.take(node, parent, page)

    def take(self, element: Dictionary, parent: Node | None, page: int | None) -> None:
        """Takes in one structure element."""
        node = Node(element, str(element.get("/S", "/?"))[1:], parent)
        self.nodes.append(node)
        if parent:
            parent.kids.append(node)
        for kid in as_list(element.get("/K")):
            self.walk(kid, node, page)

    def of(self, *roles: str) -> list[Node]:
        """The elements of these roles, in reading order."""
        return [node for node in self.nodes if node.role in roles]


def link_annotations(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, Dictionary]]:
    """Every link with its page."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.get("/Subtype") == "/Link":
                yield page, annotation
