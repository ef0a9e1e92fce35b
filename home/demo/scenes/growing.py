"""Something grows because several people look after it."""

from home.demo.drawing import (
    CLAY,
    CREAM,
    HEIGHT,
    MOSS,
    OCHRE,
    PLUM,
    ROSE,
    SAGE,
    SKY,
    WIDTH,
    Canvas,
    around,
    bent,
)

from .town import house, tree


def garden(canvas: Canvas) -> None:
    """Raised beds behind the houses, full of flowers and vegetables."""
    random = canvas.random
    canvas.background(SKY, CREAM)
    canvas.circle(random.randint(200, 1400), 170, 80, "#f0c878")
    for x in range(0, WIDTH, 230):
        house(canvas, x + random.randint(0, 40), 470, random.randint(140, 180), random.randint(130, 220))
    canvas.polygon([(0, HEIGHT), *bent((0, 470), (800, 420), (WIDTH, 480)), (WIDTH, HEIGHT)], "#b7cfa9")
    for x in (70, 560, 1060, 1520):
        tree(canvas, x + random.randint(-30, 30), 530, random.uniform(0.9, 1.3))
    for row, (y, size) in enumerate(((610, 0.85), (800, 1.15))):
        for number in range(3):
            bed(canvas, 90 + number * 520 - row * 50, y, 400 * size, size)


def bed(canvas: Canvas, x: float, y: float, width: float, size: float) -> None:
    """A wooden bed with plants."""
    canvas.box(x + 10, y + 66 * size, width, 22, "#1d3b4a33", 10)
    count = int(width // (52 * size))
    for number in range(count):
        plant(canvas, x + (number + 0.6) * width / count, y + 10, size)
    canvas.box(x, y, width, 76 * size, "#b98f62", 8)
    canvas.box(x, y + 22 * size, width, 5, "#8b6b4c")
    canvas.box(x, y + 50 * size, width, 5, "#8b6b4c")


def plant(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A flower or a bunch of leaves."""
    random = canvas.random
    height = random.uniform(60, 120) * size
    canvas.line([(x, y), (x, y - height)], MOSS, 7 * size)
    for side in (-1, 1):
        canvas.ellipse(x + side * 16 * size, y - height * 0.45, 18 * size, 8 * size, MOSS)
    if random.random() < 0.7:  # noqa: PLR2004
        colour = random.choice((CLAY, OCHRE, ROSE, PLUM))
        for petal in range(6):
            canvas.circle(*around(x, y - height, 15 * size, petal * 60), 12 * size, colour)
        canvas.circle(x, y - height, 10 * size, "#f5cf7d")
    else:
        canvas.circle(x, y - height, 24 * size, SAGE)
        canvas.circle(x - 14 * size, y - height + 16 * size, 18 * size, MOSS)
