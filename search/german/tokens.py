"""Words of a text with their places, so that what was found can be marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Letters and digits; Bürger*innen, Bürger:innen and Bürger_innen are one word.
WORD = re.compile(r"[^\W_]+(?:[*:_·]in(?:nen)?(?![^\W_]))?")
LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A word as written and where it stands."""

    start: int
    end: int
    written: str


def places(text: str) -> Iterator[Place]:
    """The words of a text in order."""
    for found in WORD.finditer(text):
        yield Place(found.start(), found.end(), found.group()[:LONGEST_WORD])
