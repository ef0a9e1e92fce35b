"""Words of a text with their places, so that what was found can be marked."""

import re
from collections.abc import Iterator

# Letters and digits; Bürger*innen, Bürger:innen and Bürger_innen are one word, 3.000 is one number.
NUMBER = r"(?<![\w.])[1-9]\d{0,2}(?:[.\u00a0\u202f’']\d{3})+(?!\d|[.]\d)"
WORD = re.compile(rf"{NUMBER}|[^\W_]+(?:[*:_·]in(?:nen)?(?![^\W_]))?")
LONGEST_WORD = 60
# A hyphen between two words, also one that keeps them in a line.
HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010\u2011](?=[^\W_])")


def places(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text in order: where each starts and ends, and how it is written."""
    for found in WORD.finditer(text):
        yield found.start(), found.end(), found[0][:LONGEST_WORD]
