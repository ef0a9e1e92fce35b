"""Reads a QR code off its picture as a camera does: format, mask, zigzag, blocks, bytes. For undamaged codes."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from segno.consts import ALIGNMENT_POS, ECC

QUIET = 4
FORMAT_MASK = 0x5412
BYTES = 0b0100
LONG_COUNT_FROM = 10  # versions with two bytes for the length
MASKS = (
    lambda y, x: (y + x) % 2,
    lambda y, x: y % 2,
    lambda y, x: x % 3,
    lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2,
    lambda y, x: y * x % 2 + y * x % 3,
    lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)
FORMAT_PLACES = [*((8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)), *((y, 8) for y in (7, 5, 4, 3, 2, 1, 0))]


def modules(image: str) -> list[list[bool]]:
    """The dark modules, without the quiet zone around them."""
    drawing = unquote(image)
    size = int(re.search(r"scale.*?h(\d+)v", drawing)[1])
    dark = [[False] * size for _row in range(size)]
    x = y = 0
    for verb, first, second in re.findall(
        r"([Mmh])(-?[\d.]+) ?(-?[\d.]+)?", re.search(r"qrline.* d='([^']+)", drawing)[1]
    ):
        if verb == "h":
            dark[int(y)][int(x) : int(x) + int(first)] = [True] * int(first)
            x += int(first)
        else:
            x, y = (float(first), float(second)) if verb == "M" else (x + float(first), y + float(second))
    return [row[QUIET:-QUIET] for row in dark[QUIET:-QUIET]]


def is_fixed(y: int, x: int, size: int) -> bool:
    """Whether this module belongs to the pattern, not to the text."""
    version, far = (size - 17) // 4, size - 9
    corner = (y < 9 and (x < 9 or x > far)) or (y > far and x < 9)
    centres = ALIGNMENT_POS[version - 2] if version > 1 else ()
    edges = {(6, 6), (6, size - 7), (size - 7, 6)}
    near = any(abs(y - a) < 3 and abs(x - b) < 3 for a in centres for b in centres if (a, b) not in edges)
    told = version > 6 and ((y < 6 and x > size - 12) or (x < 6 and y > size - 12))
    return corner or y == 6 or x == 6 or near or told


def bits(dark: list[list[bool]], mask: int) -> Iterator[bool]:
    """The bits of the text, two columns at a time, upwards and downwards by turns."""
    size, upwards = len(dark), True
    for right in (right for right in range(size - 1, 0, -2)):
        right -= right <= 6  # noqa: PLW2901 (the column of the clock is left out)
        for y in range(size - 1, -1, -1) if upwards else range(size):
            for x in (right, right - 1):
                if not is_fixed(y, x, size):
                    yield dark[y][x] != (MASKS[mask](y, x) == 0)
        upwards = not upwards


def number(several: list[bool]) -> int:
    """Bits as a number."""
    return int("".join("01"[bit] for bit in several), 2)


def text_of(image: str) -> str:
    """What the code says."""
    dark = modules(image)
    version = (len(dark) - 17) // 4
    told = number([dark[y][x] for y, x in FORMAT_PLACES]) ^ FORMAT_MASK
    stream = list(bits(dark, told >> 10 & 7))
    words = iter(number(stream[at : at + 8]) for at in range(0, len(stream) - 7, 8))
    lengths = [block.num_data for block in ECC[version][told >> 13] for _one in range(block.num_blocks)]
    blocks: list[list[int]] = [[] for _length in lengths]
    for turn in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if turn < length:
                block.append(next(words))
    return decoded("".join(f"{word:08b}" for block in blocks for word in block), version)


def decoded(data: str, version: int) -> str:
    """The one text in byte mode."""
    assert int(data[:4], 2) == BYTES
    start = 4 + (16 if version >= LONG_COUNT_FROM else 8)
    length = int(data[4:start], 2)
    return bytes(int(data[at : at + 8], 2) for at in range(start, start + 8 * length, 8)).decode()
