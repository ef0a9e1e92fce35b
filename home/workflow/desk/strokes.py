"""Boxes and arrows of a drawing, in their places."""

from dataclasses import dataclass
from textwrap import wrap

from ..states import Review
from .flow import START, Arrow, Node

LINE, GAP = 18, 64
SIDE_NODES = (Review.CHANGES_REQUESTED.value, Review.DECLINED.value)
# The upright parts of the lines: back to the draft, to the step before, past approval, and to the right.
LANES = {
    "retract": 330,
    "send_back": 440,
    "publish_emergency": 200,
    "reopen": 60,
    "request_changes": 905,
    "decline": 922,
}
RIGHT_LANE = 1182


@dataclass(frozen=True)
class Box:
    """A node in its place."""

    node: Node
    x: int
    y: int
    width: int
    title: list[str]
    lines: list[str]

    @property
    def height(self) -> int:
        """As many lines as it has."""
        return LINE * (len(self.title) + len(self.lines)) + 18

    @property
    def rows(self) -> list[tuple[int, str, bool]]:
        """Every line with its height on the page, and whether it belongs to the title."""
        first = self.y + LINE + 4
        words = [(line, True) for line in self.title] + [(line, False) for line in self.lines]
        return [(first + LINE * place, line, bold) for place, (line, bold) in enumerate(words)]

    @property
    def centre(self) -> int:
        """The middle, from left to right."""
        return self.x + self.width // 2

    @property
    def half(self) -> int:
        """The middle, from top to bottom."""
        return self.y + self.height // 2


@dataclass(frozen=True)
class Stroke:
    """An arrow in its place: the path, and the words beside it."""

    path: str
    label: list[str]
    x: int
    y: int
    anchor: str
    style: str

    @property
    def rows(self) -> list[tuple[int, str]]:
        """The words, line by line."""
        first = self.y - (len(self.label) - 1) * (LINE - 3)
        return [(first + (LINE - 3) * place, line) for place, line in enumerate(self.label)]


def drawn(arrow: Arrow, boxes: dict[str, Box], first: str) -> Stroke:
    """One arrow; of several alike only the one from the first step bears words."""
    start, end = boxes[arrow.start], boxes[arrow.end]
    named = arrow.start in (first, START.value) or not arrow.start.startswith("step")
    if arrow.end in SIDE_NODES:
        return sideways(arrow, start, end, named)
    if arrow.start == SIDE_NODES[0]:
        return again(arrow, start, end)
    if arrow.start == SIDE_NODES[1]:
        return around(arrow, start, end)
    if arrow.verb in LANES:
        return left(arrow, start, end, named)
    return straight(arrow, start, end)


def straight(arrow: Arrow, start: Box, end: Box) -> Stroke:
    """Down to the next box."""
    bottom = start.y + start.height
    path = f"M{start.centre},{bottom} V{end.y}"
    return Stroke(path, [str(arrow.label)], start.centre + 12, bottom + 26, "start", "main")


def sideways(arrow: Arrow, start: Box, end: Box, named: bool) -> Stroke:
    """To what comes back, on the right; asking for changes leaves above, declining below."""
    y = start.half + (14 if arrow.verb == "decline" else -14)
    arrives = y if end.y + 4 < y < end.y + end.height - 4 else end.half
    path = f"M{start.x + start.width},{y} H{LANES[arrow.verb]} V{arrives} H{end.x}"
    label = [str(arrow.label)] if named else []
    return Stroke(path, label, start.x + start.width + 10, y - 6, "start", "back")


def again(arrow: Arrow, start: Box, end: Box) -> Stroke:
    """From requested changes into the arrow that leads to the steps."""
    y = end.y - 30
    path = f"M{start.centre},{start.y} V{y} H{end.centre + 3}"
    return Stroke(path, [str(arrow.label)], start.centre - 10, y - 6, "end", "back")


def around(arrow: Arrow, start: Box, end: Box) -> Stroke:
    """From declined up to the draft, on the outer right."""
    path = f"M{start.x + start.width},{start.half} H{RIGHT_LANE} V{end.half} H{end.x + end.width}"
    return Stroke(path, [str(arrow.label)], end.x + end.width + 14, end.half - 6, "start", "back")


def left(arrow: Arrow, start: Box, end: Box, named: bool) -> Stroke:
    """Along a lane on the left."""
    lane = LANES[arrow.verb]
    if arrow.verb in ("publish_emergency", "reopen"):
        leaves, arrives = start.half, end.half + (0 if arrow.verb == "publish_emergency" else -14)
        words, x, y, anchor = (
            [str(arrow.label)],
            lane + 10,
            (end if arrow.verb == "publish_emergency" else start).half - 6,
            "start",
        )
    elif arrow.verb == "send_back":
        leaves, arrives = start.half + 14, end.half + 14
        words, x, y, anchor = wrap(str(arrow.label), 13), lane - 8, (start.y + end.y + end.height) // 2 + 18, "end"
    else:
        leaves, arrives = start.half, end.half + 14
        words, x, y, anchor = (
            wrap(str(arrow.label), 16) if named else [],
            lane - 8,
            (start.y + end.half) // 2 + 8,
            "end",
        )
    style = "emergency" if arrow.verb == "publish_emergency" else "back"
    return Stroke(f"M{start.x},{leaves} H{lane} V{arrives} H{end.x}", words, x, y, anchor, style)
