"""Work in progress: the table of a workshop, a wall of notes, a way with stages."""

from itertools import pairwise

from home.demo.drawing import (
    CLAY,
    CREAM,
    HEIGHT,
    MOODS,
    MOSS,
    NIGHT,
    NOTES,
    OCHRE,
    PETROL,
    SAGE,
    SAND,
    TEAL,
    WIDTH,
    Canvas,
    bent,
    turned,
)

from .gathering import cup, person_from_above, sheet


def workshop(canvas: Canvas) -> None:
    """A long table with a big plan, notes and pens, and hands that work on it."""
    random = canvas.random
    canvas.mood()
    for number in range(4):
        person_from_above(canvas, 340 + number * 305 + random.uniform(-30, 30), 128, 90, 1.15)
        person_from_above(canvas, 340 + number * 305 + random.uniform(-30, 30), HEIGHT - 128, 270, 1.15)
    canvas.box(148, 224, 1324, 482, "#1d3b4a2b", 46)
    canvas.box(138, 208, 1324, 482, random.choice(("#e0cba3", "#d9c09a", SAND)), 46)
    canvas.turned_box(800, 449, 700, 330, random.uniform(-4, 4), CREAM)
    plan(canvas)
    for _ in range(12):
        x, y = random.choice((random.uniform(210, 400), random.uniform(1190, 1390))), random.uniform(280, 620)
        canvas.turned_box(x, y, 78, 78, random.uniform(-24, 24), random.choice(NOTES))
    sheet(canvas, 330, random.uniform(340, 560), random.uniform(-20, 20))
    sheet(canvas, 1290, random.uniform(340, 560), random.uniform(-20, 20))
    cup(canvas, 200, 640)
    cup(canvas, 1400, 262)
    for _ in range(4):
        pen(canvas, random.uniform(440, 1160), random.choice((262, 640)), random.uniform(-30, 30))


def plan(canvas: Canvas) -> None:
    """Circles and arrows on a big sheet."""
    random = canvas.random
    spots = [(560 + number * 160, 449 + random.uniform(-70, 70)) for number in range(4)]
    for before, after in pairwise(spots):
        middle = ((before[0] + after[0]) / 2, (before[1] + after[1]) / 2 - random.choice((-70, 70)))
        canvas.dotted(bent(before, middle, after), PETROL, 5, 4)
    for number, (x, y) in enumerate(spots):
        canvas.circle(x, y, 52, (TEAL, OCHRE, CLAY, SAGE)[number])
        canvas.circle(x, y, 34, CREAM)
        canvas.box(x - 18, y - 6, 36, 5, NIGHT, 2)
        canvas.box(x - 18, y + 5, 24, 5, NIGHT, 2)


def pen(canvas: Canvas, x: float, y: float, angle: float) -> None:
    """A felt pen with its cap."""
    colour = canvas.random.choice((PETROL, CLAY, MOSS, NIGHT))
    canvas.turned_box(x, y, 130, 18, angle, colour)
    canvas.polygon(turned(x, y, 44, 18, angle), CREAM)


def pinboard(canvas: Canvas) -> None:
    """A wall of notes in clusters, some joined by a thread."""
    random = canvas.random
    canvas.background(*random.choice(((TEAL, PETROL), ("#7f9f86", MOSS), ("#d9b98a", "#c79a63"))))
    canvas.box(86, 76, 1428, 760, "#1d3b4a33", 26)
    canvas.box(76, 62, 1428, 760, random.choice((CREAM, "#f3e7d0", "#e9efe9")), 26)
    pins = []
    for column in range(5):
        canvas.box(150 + column * 268, 120, random.randint(110, 200), 30, PETROL, 15)
        for row in range(random.randint(2, 4)):
            x, y = 226 + column * 268 + random.uniform(-26, 26), 244 + row * 156 + random.uniform(-10, 10)
            note(canvas, x, y)
            pins.append((x, y - 52))
    for _ in range(4):
        start, end = random.sample(pins, 2)
        canvas.curve(start, ((start[0] + end[0]) / 2, max(start[1], end[1]) + 80), end, "#c4674bcc", 4)
    for x, y in pins:
        canvas.circle(x + 2, y + 4, 11, "#1d3b4a44")
        canvas.circle(x, y, 10, random.choice((CLAY, NIGHT, OCHRE)))


def note(canvas: Canvas, x: float, y: float) -> None:
    """A note with scribbled lines."""
    random = canvas.random
    angle = random.uniform(-7, 7)
    canvas.turned_box(x, y, 160, 128, angle, random.choice((OCHRE, "#f2cf8a", "#e8b9a6", "#cfe2e3", SAGE)))
    for row in range(random.randint(2, 3)):
        canvas.polygon(turned(x - 8, y - 16 + row * 28, random.randint(70, 116), 8, angle), "#1d3b4a77")


def steps(canvas: Canvas) -> None:
    """A way uphill in stages, each with its flag."""
    random = canvas.random
    canvas.background(*random.choice(MOODS))
    canvas.circle(random.randint(1180, 1380), 190, 92, "#f0c878")
    for layer, (y, colour) in enumerate(((520, "#cadbd0"), (620, "#b3ccb8"), (730, "#93b59b"))):
        hill(canvas, y, 90 + 20 * layer, colour)
    ways = [(140, 800), (450, 700), (760, 590), (1060, 470), (1350, 330)]
    for before, after in pairwise(ways):
        bend = ((before[0] + after[0]) / 2 + 50, before[1] - 6)
        canvas.line(bent(before, bend, after), CREAM, 34)
        canvas.dotted(bent(before, bend, after), CLAY, 5, 6)
    for number, (x, y) in enumerate(ways):
        canvas.ellipse(x, y + 8, 66, 22, "#1d3b4a33")
        canvas.ellipse(x, y, 62, 22, CREAM)
        canvas.line([(x, y - 4), (x, y - 150)], NIGHT, 9)
        colour = (OCHRE, TEAL, CLAY, MOSS, PETROL)[number]
        canvas.polygon([(x + 4, y - 150), (x + 112, y - 118), (x + 4, y - 84)], colour)


def hill(canvas: Canvas, y: float, height: float, colour: str) -> None:
    """A soft ridge over the whole width, rising to the right."""
    random = canvas.random
    ridge = bent((0, y + 60), (WIDTH * random.uniform(0.3, 0.6), y + height), (WIDTH, y - 330), 60)
    canvas.polygon([(0, HEIGHT), *ridge, (WIDTH, HEIGHT)], colour)
