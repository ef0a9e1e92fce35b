"""Names as people type them: without accents, case and punctuation, and with one way to write a saint."""

import re
import unicodedata

from django.utils.text import slugify

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
SAINT = re.compile(r"\bst(?=[.\s])")


def folded(name: str) -> str:
    """The name in small letters from a to z, words parted by one space: `St. Märgen` becomes `sankt maergen`."""
    plain = unicodedata.normalize("NFC", name).lower().strip()
    plain = SAINT.sub("sankt", plain).translate(UMLAUTS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return NOT_A_LETTER.sub(" ", plain).strip()


def address_part(name: str) -> str:
    """The name as part of an address, with umlauts written out."""
    return slugify(unicodedata.normalize("NFC", name).lower().translate(UMLAUTS))
