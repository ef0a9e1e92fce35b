"""Words of one family: ärztlich and Arzt, Krankheit and krank, Patenschaft and Pate.

The stemmer takes such endings off long words; of short ones it leaves them. What is listed here answers for the word
like another word for the same: only what an index holds counts.
"""

from functools import lru_cache
from pathlib import Path

from .folding import fold
from .stems import stem

# Endings of stems that take each other's place, and how much must stand before them.
ENDINGS = (
    ("", "lich", 3),
    ("", "schaft", 3),
    ("", "erschaft", 4),
    ("", "enschaft", 3),
    ("", "heit", 3),
    ("", "keit", 4),
    ("", "isch", 4),
    ("", "ig", 4),
    ("", "end", 4),
    ("", "erei", 3),
    ("", "l", 4),
    ("", "al", 5),
    ("", "ell", 5),
    ("", "iell", 5),
    ("", "isier", 5),
    ("", "i", 5),
    ("i", "ik", 4),
    ("i", "iell", 5),
    ("ei", "isch", 4),
    ("ismus", "ist", 4),
)


def listed() -> tuple[dict[str, tuple[str, ...]], set[frozenset[str]]]:
    """For each stem of a family that no ending explains the others; and pairs that only look like one."""
    families: dict[str, tuple[str, ...]] = {}
    strangers = set()
    for line in (Path(__file__).parent / "families.txt").read_text().splitlines():
        stems = [stem(fold(word)) for word in line.lstrip("-").split()]
        if line.startswith("-"):
            strangers |= {frozenset((stems[0], other)) for other in stems[1:]}
        elif line and not line.startswith("#"):
            families |= {own: (*families.get(own, ()), *(other for other in stems if other != own)) for own in stems}
    return families, strangers


FAMILIES, STRANGERS = listed()


@lru_cache(maxsize=50_000)
def family(own: str) -> tuple[str, ...]:
    """The stems that words of the same family would have, whether there are such words or not."""
    found = dict.fromkeys(FAMILIES.get(own, ()))
    for short, long, least in ENDINGS:
        for ending, other in ((short, long), (long, short)):
            if own.endswith(ending) and len(base := own.removesuffix(ending)) >= least:
                found[base + other] = None
    return tuple(other for other in found if other != own and frozenset((own, other)) not in STRANGERS)
