"""A canvas for flat illustrations: calm colours, soft shadows, smooth edges."""

import math
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900
# Drawn larger and made smaller in the end: that smooths the edges.
ZOOM = 2

NIGHT, PETROL, TEAL, SKY = "#1d3b4a", "#2a6471", "#5c9aa0", "#cfe2e3"
SAND, CREAM, OCHRE, CLAY = "#ecdfc8", "#faf5ea", "#e0a64a", "#c4674b"
SAGE, MOSS, ROSE, PLUM = "#a9c2a0", "#5f8468", "#e8b9a6", "#6f4f6b"
SKINS = ("#f0c9a8", "#d9a27c", "#b57c57", "#8a5a3f", "#f3d7be")
CLOTHES = (PETROL, CLAY, OCHRE, MOSS, PLUM, TEAL, ROSE, SAGE)
NOTES = (OCHRE, ROSE, SKY, SAGE, CREAM)
MOODS = ((SKY, CREAM), (SAND, CREAM), ("#dbe6d6", CREAM), ("#f1d9cc", CREAM))

Point = tuple[float, float]


class Canvas:
    """A picture of 1600 by 900 points, whatever its size in memory."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)  # noqa: S311
        self.image = Image.new("RGB", (WIDTH * ZOOM, HEIGHT * ZOOM), CREAM)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def finished(self) -> Image.Image:
        """The picture in its real size."""
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)

    def background(self, top: str, bottom: str) -> None:
        """A soft run from one colour to another."""
        stripe = Image.linear_gradient("L").resize(self.image.size)
        upper, lower = (Image.new("RGB", self.image.size, colour) for colour in (top, bottom))
        self.image.paste(Image.composite(lower, upper, stripe))

    def mood(self) -> None:
        """One of the backgrounds."""
        self.background(*self.random.choice(MOODS))

    def polygon(self, points: list[Point], colour: str) -> None:
        """A filled shape."""
        self.pen.polygon([(x * ZOOM, y * ZOOM) for x, y in points], fill=colour)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        self.ellipse(x, y, radius, radius, colour)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: str) -> None:
        """A filled ellipse around a point."""
        self.pen.ellipse([(x - rx) * ZOOM, (y - ry) * ZOOM, (x + rx) * ZOOM, (y + ry) * ZOOM], fill=colour)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        """A circle without filling."""
        box = [(x - radius) * ZOOM, (y - radius) * ZOOM, (x + radius) * ZOOM, (y + radius) * ZOOM]
        self.pen.ellipse(box, outline=colour, width=round(width * ZOOM))

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:  # noqa: PLR0917
        """A rectangle by its upper left corner, with round corners."""
        edges = [x * ZOOM, y * ZOOM, (x + width) * ZOOM, (y + height) * ZOOM]
        self.pen.rounded_rectangle(edges, radius=radius * ZOOM, fill=colour)

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """A line with round ends and joints."""
        scaled = [(x * ZOOM, y * ZOOM) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * ZOOM), joint="curve")
        for x, y in (points[0], points[-1]):
            self.circle(x, y, width / 2, colour)

    def turned_box(self, x: float, y: float, width: float, height: float, angle: float, colour: str) -> None:  # noqa: PLR0917
        """A rectangle turned around its middle, with a light shadow."""
        self.polygon(turned(x + 6, y + 9, width, height, angle), "#1d3b4a28")
        self.polygon(turned(x, y, width, height, angle), colour)

    def curve(self, start: Point, bend: Point, end: Point, colour: str, width: float) -> None:
        """A curved line from start to end, drawn towards the bend."""
        self.line(bent(start, bend, end), colour, width)

    def dotted(self, points: list[Point], colour: str, radius: float, every: int = 3) -> None:
        """A row of dots."""
        for x, y in points[::every]:
            self.circle(x, y, radius, colour)


def turned(x: float, y: float, width: float, height: float, angle: float) -> list[Point]:
    """The corners of a rectangle around a point, turned by degrees."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    corners = ((-width / 2, -height / 2), (width / 2, -height / 2), (width / 2, height / 2), (-width / 2, height / 2))
    return [(x + a * cosine - b * sine, y + a * sine + b * cosine) for a, b in corners]


def bent(start: Point, bend: Point, end: Point, steps: int = 48) -> list[Point]:
    """Points of a quadratic curve."""
    found = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        found.append((a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]))
    return found


def around(x: float, y: float, radius: float, angle: float) -> Point:
    """The point at this angle of a circle."""
    return x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle))
