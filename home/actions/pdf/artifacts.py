"""Makes everything the structure tree does not know an artifact: running header and footer, decoration."""

import pikepdf
from pikepdf import Array, Dictionary, Name

Place = tuple[tuple[int, int], int]


def known_places(pdf: pikepdf.Pdf) -> set[Place]:
    """Page and number of each marked content that the structure tree holds."""
    known, todo = set(), [pdf.Root.StructTreeRoot.K]
    while todo:
        node = todo.pop()
        if isinstance(node, Array):
            todo.extend(node)
        elif isinstance(node, Dictionary) and "/K" in node:
            kids = list(node.K) if isinstance(node.K, Array) else [node.K]
            known |= {(node.Pg.objgen, kid) for kid in kids if isinstance(kid, int)}
            todo.extend(kid for kid in kids if not isinstance(kid, int))
    return known


def mark_unknown(pdf: pikepdf.Pdf, page: pikepdf.Page, known: set[Place]) -> None:
    """Replaces the marks of unknown content on one page."""
    instructions, changed = [], False
    for operands, operator in pikepdf.parse_content_stream(page):
        marks = str(operator) == "BDC" and "/MCID" in operands[1]
        unknown = marks and (page.objgen, int(operands[1].MCID)) not in known
        changed |= unknown
        instructions.append((artifact(operands) if unknown else operands, operator))
    if changed:
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def artifact(operands: list) -> list:
    """A picture decorates the layout; text outside the tree stands in the margin."""
    kind = Name.Layout if operands[0] == Name.Figure else Name.Pagination
    return [Name.Artifact, Dictionary(Type=kind)]
