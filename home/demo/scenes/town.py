"""Places where people live."""

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
    bent,
)

WALLS = (CREAM, SAND, ROSE, "#e9d3a5", SKY, "#d7c3b0")
ROOFS = (CLAY, "#a9553f", PETROL, PLUM, "#8b6b4c")


def skyline(canvas: Canvas) -> None:
    """Gabled houses between hills and water, with a tower."""
    random = canvas.random
    canvas.background(*random.choice(((SKY, CREAM), ("#f3d9c3", CREAM), ("#d5e3d4", CREAM))))
    canvas.circle(random.randint(220, 1380), random.randint(140, 240), 84, "#f0c878")
    for y, colour in ((430, "#c6d8cb"), (500, "#aac6b1")):
        ridge = bent((0, y + random.randint(-60, 60)), (800, y - random.randint(80, 260)), (WIDTH, y), 60)
        canvas.polygon([(0, HEIGHT), *ridge, (WIDTH, HEIGHT)], colour)
    x = -30
    tower_at = random.randint(500, 1000)
    while x < WIDTH:
        width = random.randint(120, 190)
        house(canvas, x, 720 - random.randint(0, 30), width, random.randint(150, 270))
        if x < tower_at <= x + width:
            tower(canvas, x + width / 2, 720)
        x += width - random.randint(-6, 18)
    for _ in range(9):
        tree(canvas, random.randint(20, 1580), 748, random.uniform(0.7, 1.25))
    canvas.box(0, 740, WIDTH, 160, TEAL)
    for _ in range(26):
        x, y = random.randint(-40, 1560), random.randint(760, 880)
        canvas.box(x, y, random.randint(50, 180), 6, "#ffffff44", 3)


def house(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """A house on the line y, with a gable and lit windows."""
    random = canvas.random
    wall, roof, top = random.choice(WALLS), random.choice(ROOFS), y - height
    canvas.box(x, top, width, height + 60, wall)
    canvas.box(x + width * 0.78, top, width * 0.22, height + 60, "#1d3b4a14")
    if random.random() < 0.7:  # noqa: PLR2004
        canvas.polygon([(x - 10, top), (x + width / 2, top - width * 0.62), (x + width + 10, top)], roof)
    else:
        canvas.polygon([(x - 10, top), (x + 18, top - 70), (x + width - 18, top - 70), (x + width + 10, top)], roof)
    columns = 2 if width < 150 else 3  # noqa: PLR2004
    gap = width / (columns + 0.4)
    for row in range(int(height // 76)):
        for column in range(columns):
            window(canvas, x + gap * (0.42 + column), top + 26 + row * 76, gap * 0.56)


def window(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A window with its bar."""
    canvas.box(x, y, width, 44, canvas.random.choice((PETROL, NIGHT, "#f2cf8a", TEAL)), 4)
    canvas.box(x + width / 2 - 2, y, 4, 44, "#ffffffaa")


def tower(canvas: Canvas, x: float, y: float) -> None:
    """The tower of the town hall or a church; who could say."""
    canvas.box(x - 46, y - 430, 92, 470, "#e6d6ba")
    canvas.box(x + 18, y - 430, 28, 470, "#1d3b4a18")
    canvas.polygon([(x - 58, y - 428), (x, y - 610), (x + 58, y - 428)], PETROL)
    canvas.line([(x, y - 606), (x, y - 646)], NIGHT, 6)
    canvas.circle(x, y - 360, 28, CREAM)
    canvas.ring(x, y - 360, 28, NIGHT, 4)
    canvas.line([(x, y - 360), (x, y - 378)], NIGHT, 4)
    canvas.line([(x, y - 360), (x + 12, y - 354)], NIGHT, 4)


def tree(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A round tree."""
    canvas.box(x - 6 * size, y - 70 * size, 12 * size, 70 * size, "#6b5138")
    for dx, dy, radius in ((-26, -92, 40), (24, -96, 42), (0, -134, 44)):
        canvas.circle(x + dx * size, y + dy * size, radius * size, canvas.random.choice((MOSS, "#73977a")))


def doors(canvas: Canvas) -> None:
    """A row of front doors; one of them is open."""
    random = canvas.random
    canvas.background("#f3e7d0", "#ecdcbc")
    canvas.box(0, 742, WIDTH, 158, "#b9a78a")
    canvas.box(0, 742, WIDTH, 12, "#9c8a6d")
    colours = random.sample((PETROL, CLAY, OCHRE, MOSS, PLUM, TEAL, NIGHT), 5)
    opened = random.randint(1, 3)
    for number, colour in enumerate(colours):
        x = 70 + number * 300
        canvas.box(x - 28, 168, 316, 574, random.choice(WALLS))
        door(canvas, x + 20, colour, number == opened)


def door(canvas: Canvas, x: float, colour: str, is_open: bool) -> None:
    """A door with a lamp and a doormat; behind the open one there is light."""
    random = canvas.random
    canvas.box(x - 16, 274, 252, 468, "#ffffffcc", 18)
    canvas.box(x, 290, 220, 452, "#f5cf7d" if is_open else colour, 8)
    if is_open:
        canvas.polygon([(x, 290), (x + 92, 322), (x + 92, 726), (x, 742)], colour)
        canvas.circle(x + 78, 530, 8, OCHRE)
        canvas.polygon([(x + 92, 742), (x + 220, 742), (x + 300, 860), (x + 60, 860)], "#f5cf7d66")
    else:
        for row in range(2):
            canvas.box(x + 32, 326 + row * 196, 66, 160, "#ffffff2e", 6)
            canvas.box(x + 122, 326 + row * 196, 66, 160, "#ffffff2e", 6)
        canvas.circle(x + 196, 530, 10, "#f2cf8a")
    canvas.box(x + 86, 214, 48, 34, random.choice((NIGHT, PETROL)), 10)
    canvas.circle(x + 110, 252, 15, "#f5cf7d")
    canvas.ellipse(x + 110, 772, 104, 15, random.choice((SAGE, ROSE, CLAY)))
    if random.random() < 0.6:  # noqa: PLR2004
        tree(canvas, x - 26, 756, 0.72)


def bridge(canvas: Canvas) -> None:
    """A bridge joins two sides."""
    random = canvas.random
    canvas.background(*random.choice(((SKY, CREAM), ("#f1d9cc", CREAM))))
    canvas.circle(random.randint(600, 1000), 210, 96, "#f0c878")
    canvas.polygon([(0, HEIGHT), *bent((0, 400), (360, 300), (560, 700)), (560, HEIGHT)], SAGE)
    canvas.polygon([(WIDTH, HEIGHT), *bent((WIDTH, 360), (1260, 320), (1040, 700)), (1040, HEIGHT)], "#93b59b")
    for x, y in ((60, 430), (200, 440), (1300, 436), (1450, 420)):
        house(canvas, x, y, 110, random.randint(110, 150))
    canvas.box(0, 700, WIDTH, 200, TEAL)
    deck = bent((180, 560), (800, 330), (1420, 560), 80)
    for x, y in deck[8:-8:8]:
        canvas.line([(x, y), (x, 720)], "#e6d6ba", 22)
    canvas.line(deck, "#b98f62", 44)
    canvas.line([(x, y - 20) for x, y in deck], "#d9b98a", 10)
    for x, y in deck[4:-4:6]:
        canvas.line([(x, y - 20), (x, y - 72)], NIGHT, 6)
    canvas.line([(x, y - 74) for x, y in deck], NIGHT, 7)
    for _ in range(30):
        canvas.box(random.randint(-40, 1560), random.randint(720, 880), random.randint(50, 180), 6, "#ffffff44", 3)
