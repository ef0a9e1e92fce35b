"""How far to the right a page is painted."""

import pikepdf
from pikepdf import Matrix


def right_edge(page: pikepdf.Page) -> float:
    """The rightmost point of all lines and boxes, in points."""
    edge, matrix, kept = 0.0, Matrix(), []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            kept.append(matrix)
        elif name == "Q":
            matrix = kept.pop()
        elif name == "cm":
            matrix = Matrix(*map(float, operands)) @ matrix
        elif name in ("m", "l", "re"):
            x, y, width = (*map(float, operands), 0.0)[:3]
            edge = max(edge, matrix.transform((x + width, y))[0])
    return edge
