"""How PDFs look: tables fit the paper however wide they are, and the closing box has company."""

from io import BytesIO

import pikepdf
import pytest

from tests.factories import pages

from .bodies import table
from .extent import right_edge
from .points import failures
from .tree import Tree, as_list

POINTS_PER_MM = 72 / 25.4
RIGHT_MARGIN = 22 * POINTS_PER_MM
# The quiet zone of the code on the first page reaches into the margin.
TOLERANCE = 4 * POINTS_PER_MM
WORDS = ["Bürgerbeteiligungsverfahren", "1.234.567 €", "https://www.example.org/ein/sehr/langer/bericht.pdf", "ja"]


def wide_table(columns: int) -> dict:
    """A table with so many columns of words that are hard to break."""
    rows = [[WORDS[(row + column) % len(WORDS)] for column in range(columns)] for row in range(4)]
    return {"type": "table", "value": table() | {"data": [[f"Spalte {n}" for n in range(columns)], *rows]}}


@pytest.mark.parametrize(
    ("columns", "sideways"), [(5, False), (9, False), (10, True), (13, True), (18, True), (24, True), (36, True)]
)
def test_a_wide_table_fits_the_paper(pdf_of, columns, sideways):
    data = pdf_of(pages.article(body=[wide_table(columns)]))
    with pikepdf.open(BytesIO(data)) as pdf:
        sizes = [tuple(map(float, page.mediabox[2:])) for page in pdf.pages]
        assert any(width > height for width, height in sizes) is sideways
        for page, (width, _height) in zip(pdf.pages, sizes, strict=True):
            assert right_edge(page) <= width - RIGHT_MARGIN + TOLERANCE
    assert failures(data) == []


def test_the_text_after_a_wide_table_stands_upright_again(pdf_of):
    body = [wide_table(12), {"type": "text", "value": "<p>Danach.</p>"}]
    with pikepdf.open(BytesIO(pdf_of(pages.article(body=body)))) as pdf:
        upright = [float(page.mediabox[3]) > float(page.mediabox[2]) for page in pdf.pages]
    assert upright == [True, False, True]


def pages_of(tree: Tree, nodes: list) -> set[int]:
    """The pages on which these elements themselves are painted."""
    painted = [node.element for node in nodes if any(isinstance(kid, int) for kid in as_list(node.element.get("/K")))]
    return {tree.pages[element.Pg.objgen] for element in painted}


@pytest.mark.xdist_group("specimens")
def test_the_closing_box_never_has_a_page_of_its_own(specimens):
    lonely = []
    for name in (name for name in specimens if name.startswith("demo ")):
        with pikepdf.open(BytesIO(specimens[name])) as pdf:
            tree = Tree(pdf)
            closing = tree.nodes.index(tree.of("H2")[-1])
            if len(pdf.pages) - 1 not in pages_of(tree, tree.nodes[:closing]):
                lonely.append(name)
    assert lonely == []
