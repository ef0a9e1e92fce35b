"""The stem of a word: one form for singular and plural, cases, and both genders."""

import re
from functools import lru_cache
from pathlib import Path

import snowballstemmer

from .folding import fold

# After these letters -in makes a feminine; -innen does after others, too, but not in gewinnen and the like.
FEMININE = re.compile(
    r"(?<=er|or|rt|st|nt|og|at|ur|zt|kt|mt|nd|lt|ts)in(nen)?$"
    r"|(?<=..[bcdfghklmnprstvwz])(?<!gew|beg|bes|spr|ent)innen$"
)
SHORTEST_FEMININE = 6
# The plural and genitive of nouns that end with a vowel: Azubis, Kitas, Büros, Handys. Not the s that stays in other
# forms: Gas, Kreis, Zeugnis, arbeitslos, kurios.
VOWEL_S = re.compile(r"(?<=..[aioy])s$")
KEEPS_S = re.compile(r"(?:los|moos|[glra]as|[aeo]is|nis|iris|(?<![dl])(?<!nar)ios)$")
_snowball = snowballstemmer.stemmer("german")


def irregular() -> dict[str, str]:
    """Forms that the rules get wrong: form -> stem. The stem is the lemma itself, after ~ the lemma's stem."""
    found: dict[str, str] = {}
    for line in (Path(__file__).parent / "irregular.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            lemma, *forms = [fold(word) for word in line.split()]
            found |= dict.fromkeys([lemma, *forms], _snowball.stemWord(lemma) if line.startswith("~") else lemma)
    return found


IRREGULAR = irregular()


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """The stem of a folded word."""
    if folded in IRREGULAR:
        return IRREGULAR[folded]
    if len(folded) > SHORTEST_FEMININE:
        folded = FEMININE.sub("", folded)
    if VOWEL_S.search(folded) and not KEEPS_S.search(folded):
        folded = folded[:-1]
    if folded in IRREGULAR:
        return IRREGULAR[folded]
    return _snowball.stemWord(folded)
