"""A map of Baden-Württemberg without geometry: one square for each of the 44 counties, roughly where it lies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from home.bodies.models import Municipality

# From north to south and from west to east: the official key of the county and the letters on its square.
ROWS = """
.      08222 MA  08221 HD   08225 MOS  08128 TBB .        .
.      08215 KA-L 08226 HD-L 08125 HN-L 08126 KÜN 08127 SHA .
.      08212 KA  08236 PF-L 08121 HN   08118 LB  08119 WN 08136 AA
.      08216 RA  08231 PF   08115 BB   08111 S   08117 GP 08135 HDH
.      08211 BAD 08235 CW   08416 TÜ   08116 ES  08425 UL-L 08421 UL
.      08317 OG  08237 FDS  08417 BL   08415 RT  08426 BC .
.      08316 EM  08325 RW   08327 TUT  08437 SIG 08436 RV .
08311 FR 08315 FR-L 08326 VS 08335 KN  08435 FN  .        .
.      08336 LÖ  08337 WT   .          .         .        .
"""
PLACE = re.compile(r"(\d{5}) (\S+)|\.")
SIDE, STEP, MARGIN = 60, 64, 4


@dataclass(frozen=True)
class Square:
    """One county in its place."""

    key: str
    letters: str
    column: int
    row: int
    names: tuple[str, ...] = ()

    @property
    def x(self) -> int:
        """From the left."""
        return self.column * STEP + MARGIN

    @property
    def y(self) -> int:
        """From the top."""
        return self.row * STEP + MARGIN

    @property
    def centre(self) -> int:
        """The middle, from the left."""
        return self.x + SIDE // 2

    @property
    def count(self) -> int:
        """How many take part here."""
        return len(self.names)


@dataclass(frozen=True)
class CountyMap:
    """All squares, and who lies in none of them."""

    squares: tuple[Square, ...]
    elsewhere: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody lies on the map."""
        return not any(square.count for square in self.squares)

    @property
    def covered(self) -> int:
        """The number of counties with somebody."""
        return sum(bool(square.count) for square in self.squares)

    @property
    def side(self) -> int:
        """Of each square."""
        return SIDE

    @property
    def width(self) -> int:
        """Of the whole."""
        return max(square.column for square in self.squares) * STEP + SIDE + 2 * MARGIN

    @property
    def height(self) -> int:
        """Of the whole."""
        return max(square.row for square in self.squares) * STEP + SIDE + 2 * MARGIN


def read_rows() -> tuple[Square, ...]:
    """The squares of the drawing above."""
    found = []
    for row, line in enumerate(ROWS.strip().splitlines()):
        places = PLACE.findall(line)
        found += [Square(key, letters, column, row) for column, (key, letters) in enumerate(places) if key]
    return tuple(found)


SQUARES = read_rows()
# Counties by name, for places whose own key is not of this state: an official list may come without keys.
KEYS = {
    "Alb-Donau-Kreis": "08425", "Biberach": "08426", "Böblingen": "08115", "Bodenseekreis": "08435",
    "Breisgau-Hochschwarzwald": "08315", "Calw": "08235", "Emmendingen": "08316", "Enzkreis": "08236",
    "Esslingen": "08116", "Freudenstadt": "08237", "Göppingen": "08117", "Heidenheim": "08135",
    "Heilbronn": "08125", "Hohenlohekreis": "08126", "Karlsruhe": "08215", "Konstanz": "08335", "Lörrach": "08336",
    "Ludwigsburg": "08118", "Main-Tauber-Kreis": "08128", "Neckar-Odenwald-Kreis": "08225", "Ortenaukreis": "08317",
    "Ostalbkreis": "08136", "Rastatt": "08216", "Ravensburg": "08436", "Rems-Murr-Kreis": "08119",
    "Reutlingen": "08415", "Rhein-Neckar-Kreis": "08226", "Rottweil": "08325", "Schwäbisch Hall": "08127",
    "Schwarzwald-Baar-Kreis": "08326", "Sigmaringen": "08437", "Tübingen": "08416", "Tuttlingen": "08327",
    "Waldshut": "08337", "Zollernalbkreis": "08417",
}  # fmt: skip
ON_MAP = {square.key for square in SQUARES}


def square_of(place: Municipality) -> str | None:
    """The key of the square in which the place lies."""
    if place.county_key in ON_MAP:
        return place.county_key
    return KEYS.get(place.county.removeprefix("Landkreis ").removesuffix(", Landkreis"))


def county_map(places: Iterable[Municipality]) -> CountyMap:
    """The map of these places."""
    names: dict[str | None, list[str]] = {}
    for place in places:
        names.setdefault(square_of(place), []).append(place.name)
    squares = (
        Square(square.key, square.letters, square.column, square.row, tuple(sorted(names.get(square.key, ()))))
        for square in SQUARES
    )
    return CountyMap(tuple(squares), tuple(sorted(names.get(None, ()))))
