"""Makes spellings equal: case, accents, umlauts (ä = ae = a), ß = ss, forms for all genders."""

import re
import unicodedata

GENDER_SIGN = re.compile(r"[*:_·](?=in)")
SPELLED_OUT = (("ß", "ss"), ("æ", "a"), ("œ", "o"), ("ø", "o"), ("ł", "l"))
# ae, oe, ue stand for umlauts, but not in Quelle, neue, Bauer.
UE = re.compile(r"(?<![aeq])ue")


def fold(word: str) -> str:
    """The word in the letters a to z (and those of other scripts): Grüße, Gruesse and GRÜSSE become grusse."""
    word = GENDER_SIGN.sub("", word).lower()
    for letter, plain in SPELLED_OUT:
        word = word.replace(letter, plain)
    word = "".join(sign for sign in unicodedata.normalize("NFKD", word) if sign.isalnum())
    return UE.sub("u", word.replace("ae", "a").replace("oe", "o"))
