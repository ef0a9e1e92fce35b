"""Lays a workflow out as a drawing: the way to readers goes down the middle, returns right, short cuts left."""

from dataclasses import dataclass
from textwrap import wrap

from ..states import Publication
from .flow import LIVE, START, Node, arrows, states
from .strokes import GAP, SIDE_NODES, Box, Stroke, drawn

WIDTH, MIDDLE, SIDE = 1200, 460, 940
BOX, SIDE_BOX = 270, 220
LETTERS, SIDE_LETTERS = 31, 28
TOP = 14


@dataclass(frozen=True)
class Drawing:
    """Everything the picture shows."""

    width: int
    height: int
    boxes: list[Box]
    strokes: list[Stroke]


def drawing(path: list[Node]) -> Drawing:
    """The picture of a workflow with these steps."""
    boxes, first = placed(path), next(node.key for node in path if node.holds)
    strokes = [stroke for arrow in arrows(path) if (stroke := drawn(arrow, boxes, first))]
    height = max(box.y + box.height for box in boxes.values()) + TOP
    return Drawing(WIDTH, height, list(boxes.values()), strokes)


def placed(path: list[Node]) -> dict[str, Box]:
    """The boxes: one column for the way to readers, one for what comes back."""
    known = states()
    column = [known[START], *path, known[LIVE], known[Publication.WITHDRAWN], known[Publication.ARCHIVED]]
    boxes, y = {}, TOP
    for node in column:
        boxes[node.key] = boxed(node, MIDDLE, y, BOX, LETTERS)
        y += boxes[node.key].height + GAP
    first, last = boxes[path[0].key], boxes[path[-1].key]
    changes = boxed(known[SIDE_NODES[0]], SIDE, 0, SIDE_BOX, SIDE_LETTERS)
    high, low = first.half - changes.height // 2, last.half - changes.height // 2
    low = max(low, high + changes.height + 2 * GAP)
    for key, place in zip(SIDE_NODES, (high, low), strict=True):
        boxes[key] = boxed(known[key], SIDE, place, SIDE_BOX, SIDE_LETTERS)
    return boxes


def boxed(node: Node, x: int, y: int, width: int, letters: int) -> Box:
    """A node with its words broken into lines."""
    lines = [part for line in node.lines for part in wrap(str(line), letters)]
    return Box(node, x, y, width, wrap(str(node.title), letters - 2), lines)
