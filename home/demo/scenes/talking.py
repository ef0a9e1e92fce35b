"""Talk, connections and districts."""

from itertools import pairwise

from home.demo.drawing import (
    CLAY,
    CREAM,
    HEIGHT,
    MOSS,
    NIGHT,
    OCHRE,
    PETROL,
    PLUM,
    ROSE,
    SAGE,
    SAND,
    SKY,
    TEAL,
    WIDTH,
    Canvas,
    around,
    bent,
)

# Middle, width and height of the bubbles.
PLACES = (
    (330, 290, 500, 290),
    (820, 200, 420, 230),
    (1230, 400, 500, 320),
    (620, 580, 460, 260),
    (1060, 720, 320, 180),
)


def bubbles(canvas: Canvas) -> None:
    """Speech bubbles, large and small; some hold words, some only listen."""
    random = canvas.random
    canvas.mood()
    for _ in range(7):
        canvas.circle(random.randint(0, WIDTH), random.randint(0, HEIGHT), random.randint(50, 150), "#ffffff44")
    colours = random.sample((PETROL, CLAY, OCHRE, MOSS, PLUM, TEAL), 5)
    for number in random.sample(range(5), 5):
        x, y, width, height = PLACES[number]
        x, y = x + random.uniform(-40, 40), y + random.uniform(-26, 26)
        bubble(canvas, x, y, width, height, colours[number], random.choice((-1, 1)))
        (words if random.random() < 0.65 else dots)(canvas, x, y, width)  # noqa: PLR2004


def bubble(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str, side: int) -> None:  # noqa: PLR0917
    """One bubble around a point, its tail to the left or to the right."""
    for dx, dy, fill in ((8, 14, "#1d3b4a22"), (0, 0, colour)):
        left, top = x - width / 2 + dx, y - height / 2 + dy
        canvas.box(left, top, width, height, fill, height * 0.36)
        tail, bottom = x + dx + side * width * 0.22, top + height
        canvas.polygon([(tail - 34, bottom - 4), (tail + 34, bottom - 4), (tail + side * 62, bottom + 62)], fill)


def words(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Three lines of writing."""
    for row in range(3):
        length = width * canvas.random.uniform(0.36, 0.62)
        canvas.box(x - width * 0.31, y - 46 + row * 38, length, 16, "#ffffffcc", 8)


def dots(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A pause for thought."""
    for number in (-1, 0, 1):
        canvas.circle(x + number * width * 0.15, y, width * 0.045, "#ffffffdd")


def network(canvas: Canvas) -> None:
    """Places joined by arcs, the way a network grows."""
    random = canvas.random
    canvas.background(*random.choice(((NIGHT, PETROL), (PETROL, "#3f7f86"), ("#4a3a4e", PLUM))))
    middle = (800 + random.uniform(-120, 120), 450 + random.uniform(-50, 50))
    outer = [around(*middle, random.uniform(250, 395), number * 40 + random.uniform(-9, 9)) for number in range(9)]
    outer = [(middle[0] + (x - middle[0]) * 1.55, y) for x, y in outer]
    for number, spot in enumerate(outer):
        bend = ((middle[0] + spot[0]) / 2 + random.uniform(-90, 90), (middle[1] + spot[1]) / 2 - 60)
        canvas.line(bent(middle, bend, spot), "#ffffff66", 5)
        following = outer[(number + 1) % len(outer)]
        if random.random() < 0.7:  # noqa: PLR2004
            canvas.dotted(bent(spot, middle, following), "#f2cf8acc", 4, 3)
    for x, y in outer:
        knot(canvas, x, y, random.randint(34, 58), random.choice((OCHRE, ROSE, SAGE, SKY, CLAY)))
    knot(canvas, *middle, 96, OCHRE)


def knot(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """A place with a house in it."""
    canvas.circle(x, y, radius * 1.35, "#ffffff22")
    canvas.circle(x, y, radius, colour)
    half = radius * 0.4
    canvas.polygon([(x - half * 1.3, y - half * 0.1), (x, y - half * 1.3), (x + half * 1.3, y - half * 0.1)], CREAM)
    canvas.box(x - half, y - half * 0.14, half * 2, half * 1.2, CREAM, 3)
    canvas.box(x - half * 0.24, y + half * 0.34, half * 0.48, half * 0.72, colour)


def districts(canvas: Canvas) -> None:
    """A map of districts with a river, and pins where something happens."""
    random = canvas.random
    canvas.background("#dfe9e4", CREAM)
    columns, rows = 6, 4
    corner = {
        (column, row): (
            column * WIDTH / columns + (random.uniform(-70, 70) if 0 < column < columns else 0),
            row * HEIGHT / rows + (random.uniform(-56, 56) if 0 < row < rows else 0),
        )
        for column in range(columns + 1)
        for row in range(rows + 1)
    }
    for column in range(columns):
        for row in range(rows):
            shape = [corner[column + a, row + b] for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
            canvas.polygon(shape, random.choice((SAND, "#e3ead9", "#f3e7d0", "#d5e3d4", "#f1dfd2", SAGE)))
            canvas.line([*shape, shape[0]], CREAM, 12)
    river = bent((0, random.randint(160, 420)), (700, random.randint(500, 900)), (WIDTH, random.randint(180, 520)), 80)
    canvas.line(river, "#8fbcc2", 62)
    canvas.line(river, "#a9d0d4", 40)
    pins = [(random.uniform(150, 1450), random.uniform(220, 800)) for _ in range(6)]
    for before, after in pairwise(pins[:4]):
        canvas.dotted(bent(before, ((before[0] + after[0]) / 2, before[1] - 120), after), NIGHT, 6, 3)
    for number, (x, y) in enumerate(sorted(pins, key=lambda spot: spot[1])):
        pin(canvas, x, y, (CLAY, PETROL, OCHRE)[number % 3])


def pin(canvas: Canvas, x: float, y: float, colour: str) -> None:
    """A pin on a map, its point at x, y."""
    canvas.ellipse(x, y, 34, 11, "#1d3b4a33")
    canvas.polygon([(x - 50, y - 96), (x + 50, y - 96), (x, y)], colour)
    canvas.circle(x, y - 110, 54, colour)
    canvas.circle(x, y - 110, 22, CREAM)
