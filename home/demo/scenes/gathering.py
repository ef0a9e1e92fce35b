"""People who have come together, seen from above and from behind."""

import math

from home.demo.drawing import (
    CLOTHES,
    CREAM,
    HEIGHT,
    NIGHT,
    NOTES,
    OCHRE,
    PETROL,
    SAND,
    SKINS,
    SKY,
    TEAL,
    WIDTH,
    Canvas,
    around,
    turned,
)

HAIR = ("#3a2a22", "#1d1a1a", "#7a4a2b", "#c9a36a", "#8d8d8d", "#5b3a4e")


def person_from_above(canvas: Canvas, x: float, y: float, facing: float, size: float = 1) -> None:
    """Shoulders, arms towards the table, and a head of hair."""
    random = canvas.random
    clothes, skin = random.choice(CLOTHES), random.choice(SKINS)
    for side in (-38, 38):
        hand = around(x, y, 92 * size, facing + side * 0.72)
        canvas.line([around(x, y, 56 * size, facing + side * 2), hand], clothes, 26 * size)
        canvas.circle(*hand, 14 * size, skin)
    left, right = around(x, y, 48 * size, facing - 90), around(x, y, 48 * size, facing + 90)
    canvas.line([(left[0] + 5, left[1] + 9), (right[0] + 5, right[1] + 9)], "#1d3b4a22", 62 * size)
    canvas.line([left, right], clothes, 60 * size)
    canvas.circle(*around(x, y, 16 * size, facing), 34 * size, skin)
    canvas.circle(x, y, 37 * size, random.choice(HAIR))


def round_table(canvas: Canvas) -> None:
    """A round table full of paper; everybody sits in the first row."""
    random = canvas.random
    canvas.mood()
    x, y, radius = WIDTH / 2, HEIGHT / 2, 265
    canvas.circle(x, y, 430, "#ffffff66")
    people, offset = random.choice((7, 8, 9)), random.uniform(0, 40)
    for number in range(people):
        angle = offset + number * 360 / people
        person_from_above(canvas, *around(x, y, radius + 92, angle), angle + 180, 0.92)
    canvas.circle(x + 8, y + 14, radius, "#1d3b4a26")
    canvas.circle(x, y, radius, random.choice((SAND, "#e4d3b4", "#d8c4a0")))
    canvas.ring(x, y, radius - 10, "#ffffff55", 4)
    for number in range(people):
        angle = offset + number * 360 / people
        sheet(canvas, *around(x, y, radius - 88, angle + random.uniform(-6, 6)), angle + 90)
        if random.random() < 0.6:  # noqa: PLR2004
            cup(canvas, *around(x, y, radius - 62, angle + 20))
    for number in range(5):
        spot = around(x, y, random.uniform(10, 70), number * 72)
        canvas.turned_box(*spot, 62, 62, random.uniform(-30, 30), random.choice(NOTES))


def sheet(canvas: Canvas, x: float, y: float, angle: float) -> None:
    """A page with a few lines of writing."""
    canvas.turned_box(x, y, 62, 84, angle, CREAM)
    for row in range(4):
        shift = around(x, y, 24 - row * 16, angle - 90)
        canvas.polygon(turned(*shift, 40 - 12 * (row == 3), 4, angle), "#2a647188")  # noqa: PLR2004


def cup(canvas: Canvas, x: float, y: float) -> None:
    """A cup of coffee on its saucer."""
    canvas.circle(x + 3, y + 5, 24, "#1d3b4a22")
    canvas.circle(x, y, 23, "#ffffff")
    canvas.circle(x, y, 15, SKY)
    canvas.circle(x, y, 12, "#6b4630")


def hall(canvas: Canvas) -> None:
    """Rows of listeners in front of a screen."""
    random = canvas.random
    canvas.background(*random.choice((("#2a6471", "#5c9aa0"), ("#6f4f6b", "#c4877c"), ("#3d6459", "#8fae90"))))
    canvas.box(330, 90, 940, 430, "#1d3b4a33", 18)
    canvas.box(320, 76, 940, 430, CREAM, 18)
    chart(canvas)
    canvas.box(1330, 330, 120, 300, NIGHT, 10)
    canvas.circle(1390, 240, 46, random.choice(SKINS))
    canvas.box(1334, 286, 112, 130, random.choice(CLOTHES), 40)
    canvas.box(1310, 380, 160, 260, SAND, 12)
    for row, (y, size) in enumerate(((650, 0.8), (745, 1.0), (865, 1.25))):
        gap = 150 * size
        for number in range(math.ceil(WIDTH / gap) + 1):
            listener(canvas, number * gap + (row % 2) * gap / 2 - 20, y + random.uniform(-8, 8), size)


def listener(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Somebody from behind."""
    random = canvas.random
    clothes = random.choice(CLOTHES)
    canvas.box(x - 62 * size, y, 124 * size, 240 * size, clothes, 54 * size)
    canvas.box(x - 16 * size, y - 20 * size, 32 * size, 40 * size, random.choice(SKINS), 10 * size)
    canvas.circle(x, y - 44 * size, 44 * size, random.choice(HAIR))


def chart(canvas: Canvas) -> None:
    """What is on the screen: a headline and growing bars."""
    random = canvas.random
    canvas.box(390, 130, random.randint(260, 420), 26, PETROL, 13)
    canvas.box(390, 176, random.randint(180, 300), 14, "#2a647155", 7)
    height = 60
    for number in range(5):
        height += random.randint(10, 44)
        canvas.box(400 + number * 84, 452 - height, 56, height, (TEAL, OCHRE, "#c4674b")[number % 3], 8)
    canvas.circle(1040, 320, 116, SKY)
    canvas.pen.pieslice([1848, 408, 2312, 872], 200, 200 + random.randint(90, 220), fill=PETROL)
    canvas.circle(1040, 320, 54, CREAM)
