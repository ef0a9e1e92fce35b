"""The points of PDF/UA-1 that a PDF of ours must pass. Not a replacement for a validator or a person listening."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from .marks import loose_operators, unknown_marks
from .tree import STANDARD, Tree, link_annotations
from .typefaces import embedded, faces, maps_to_unicode

Point = tuple[str, bool]


def failures(data: bytes) -> list[str]:
    """The points that this file does not pass; empty is what every test wants."""
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = Tree(pdf)
        groups = (about_the_file, headings, content, figures, links, tables, lists, type_faces)
        return [name for group in groups for name, passed in group(pdf, tree) if not passed]


def about_the_file(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """Identifier, language, title, tags."""
    root = pdf.Root
    xmp = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    yield "says that it is PDF/UA-1", bool(re.search(r"pdfuaid:part\s*(=\s*[\"']|>)\s*1", xmp))
    yield "says that it is PDF/A-3a", bool(re.search(r"pdfaid:conformance\s*(=\s*[\"']|>)\s*A", xmp))
    yield "has a title in its metadata", bool(re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+", xmp, re.S))
    yield "shows its title", bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))
    yield "is marked as tagged", bool(root.get("/MarkInfo", {}).get("/Marked", False))
    yield "is not suspect", not root.get("/MarkInfo", {}).get("/Suspects", False)
    yield "has a structure tree", tree.root is not None
    yield "has a parent tree", tree.root is not None and "/ParentTree" in tree.root
    yield "names its language", bool(str(root.get("/Lang", "")))
    yield "is open to assistive tools", not pdf.is_encrypted or pdf.allow.accessibility
    yield "uses standard roles only", {node.role for node in tree.nodes} <= STANDARD


def headings(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """One main heading first, no level left out."""
    levels = [int(node.role[1]) for node in tree.nodes if re.fullmatch(r"H[1-6]", node.role)]
    steps = zip([0, *levels], levels, strict=False)
    yield "has sound headings", levels[:1] == [1] and all(after <= before + 1 for before, after in steps)
    yield "has one main heading", levels.count(1) == 1
    with pdf.open_outline() as outline:
        yield "has bookmarks", bool(list(outline.root))


def content(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """Everything is tagged or an artifact."""
    yield "leaves nothing untagged", not any(map(loose_operators, pdf.pages))
    yield "has no marks outside the tree", not unknown_marks(pdf, tree.marks)


def figures(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """Pictures are described."""
    found = tree.of("Figure")
    yield "has a figure", bool(found)
    yield "describes its figures", all(node.has("/Alt") for node in found)
    yield "says where its figures are", all("BBox" in node.attributes for node in found)


def links(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """Links speak and stand in the tree."""
    found = list(link_annotations(pdf))
    owners = [tree.annotations.get(link.objgen) for _page, link in found]
    yield "has links", bool(found)
    yield "has links that speak", all(str(link.get("/Contents", "")) for _page, link in found)
    yield "has links in Link elements", all(owner and owner.role == "Link" for owner in owners)
    yield "ties links to their elements", all("/StructParent" in link for _page, link in found)
    yield "tabs in reading order", all(str(page.get("/Tabs", "")) == "/S" for page, _link in found)


def tables(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """Header cells are told apart, with their direction."""
    heads = tree.of("TH")
    yield "has header cells", bool(heads)
    yield "gives header cells a scope", all("Scope" in node.attributes for node in heads)


def lists(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """List, item, label and body, in this order."""
    found = tree.of("L")
    yield "has a list", bool(found)
    yield "has whole lists", all(kid.role in ("LI", "L", "Caption") for node in found for kid in node.kids)
    yield "has whole items", all(kid.role in ("Lbl", "LBody") for node in tree.of("LI") for kid in node.kids)
    yield "says how lists count", all("ListNumbering" in node.attributes for node in found)


def type_faces(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[Point]:
    """Fonts travel with the file and map back to text."""
    found = faces(pdf)
    yield "has fonts", bool(found)
    yield "embeds its fonts", all(map(embedded, found))
    yield "maps its fonts to Unicode", all(map(maps_to_unicode, found))
