"""Roots of verbs: geleert, leert and Leerung come from leer-, abgeholt from abhol-, Moderation from moderier-."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from .folding import fold
from .stems import stem

# Prefixes that stand apart from the verb in a main clause: "Er meldet sich an."
SEPARABLE = frozenset(
    fold(prefix)
    for prefix in """
    ab an auf aus bei dar durch ein entgegen fest fort frei her heraus herein herum hin hinaus hinein hinzu los mit
    nach statt teil um unter vor voran voraus vorbei vorüber weg weiter wider wieder zu zurück zusammen
    """.split()  # noqa: SIM905
)
INSEPARABLE = frozenset(["be", "ent", "emp", "er", "ge", "miss", "uber", "unter", "ver", "zer"])
PREFIXES = SEPARABLE | INSEPARABLE
SHORTEST, SHORTEST_WEAK = 3, 5
_front = "|".join(sorted(SEPARABLE, key=len, reverse=True))
# Endings of a noun made from a verb; of weak forms, also when they stand as adjectives.
NOUN = re.compile(r"(.{3,})ung(?:en)?")
WEAK = re.compile(r"(.+?[^aiouy])(?:(?<=[^e])e)?t(?:e|en|er|es|em|est)?")
PARTICIPLE = re.compile(rf"((?:{_front})?ge.+?)(?:e?t|en)(?:e|en|er|es|em)?")
GE = re.compile(rf"({_front}|)ge(.+)")
ZU = re.compile(rf"({_front})zu(.+n)")
LOANED = re.compile(r"(.+ier)(?:en|e|t|te|ten|ter|tes|tem|ung|ungen)")
# Nouns of verbs that end with -ieren: what they end with -> what the root of the verb has in its place.
LOANED_NOUNS = (
    (re.compile(r"(.{2,})ika(?:tion(?:en)?|tor(?:en|in|innen|s)?)"), "izier"),
    (re.compile(r"(.{3,})a(?:tion(?:en)?|tor(?:en|in|innen|s)?|tur(?:en)?)"), "ier"),
    (re.compile(r"(.{5,})ition(?:en)?"), "ier"),
    (re.compile(r"(.{3,}[dt])uktion(?:en)?"), "uzier"),
    (re.compile(r"(.{3,})ussion(?:en)?"), "utier"),
    (re.compile(r"(.{3,})ierer(?:n|s|in|innen)?"), "ier"),
)
# Nouns that no verb explains.
NO_VERB = frozenset(
    fold(noun)
    for noun in """
    Zeitung Satzung Stiftung Sitzung Festung Siedlung Handlung Generation Generationen Senator Senatoren Literatur
    Temperatur Temperaturen Natur Naturen Nation Nationen Reputation Relation Relationen
    """.split()  # noqa: SIM905
)


def strong_forms() -> dict[str, str]:
    """Another form of a root -> the root of the present."""
    rows = (line.split() for line in (Path(__file__).parent / "strong.txt").read_text().splitlines() if line[0] != "#")
    return {other: present for present, *others in rows for other in others}


STRONG = strong_forms()


@lru_cache(maxsize=200_000)
def roots(folded: str) -> tuple[str, ...]:
    """The roots of verbs that a word may be a form of, or made from; the stem of the word itself is none."""
    if folded in NO_VERB or len(folded) < SHORTEST_WEAK:
        return ()
    found = dict.fromkeys(root for root in candidates(folded) if len(root) >= SHORTEST)
    found.pop(stem(folded), None)
    return tuple(found)


def candidates(folded: str) -> Iterator[str]:
    """What may be a root; most words are none of these forms, and nobody asks for what is no word."""
    if found := LOANED.fullmatch(folded):
        yield found[1]
    elif loaned := loaned_root(folded):
        yield loaned
    elif found := ZU.fullmatch(folded):
        yield found[1] + stem(found[2])
    elif found := NOUN.fullmatch(folded) or PARTICIPLE.fullmatch(folded) or WEAK.fullmatch(folded):
        yield from plain(found[1])
        if bare := GE.fullmatch(found[1]):
            yield from plain(bare[1] + bare[2])
    else:
        yield from present(stem(folded))
        if folded.endswith("eln"):
            yield folded.removesuffix("eln") + "l"


@lru_cache(maxsize=200_000)
def loaned_root(folded: str) -> str:
    """The root of the verb in -ieren that a noun comes from: Moderator, Qualifikation, Diskussion."""
    matches = ((ending.fullmatch(folded), instead) for ending, instead in LOANED_NOUNS)
    return next((found[1] + instead for found, instead in matches if found), "")


def is_from_verb(folded: str) -> bool:
    """Whether a noun says by its ending that it comes from a verb."""
    return folded.endswith("ung") or bool(loaned_root(folded))


def plain(base: str) -> Iterator[str]:
    """In the vowel of the present; with and without what -ern and -eln leave."""
    yield from present(base) if any(present(base)) else [base]
    if base.endswith("er") and len(base) >= SHORTEST_WEAK:
        yield base.removesuffix("er")
    if base.endswith("el"):
        yield base.removesuffix("el") + "l"


def present(root: str) -> Iterator[str]:
    """The present of a strong form, whatever stands before it."""
    for place in range(len(root)):
        if root[place:] in STRONG and (not place or root[:place] in PREFIXES):
            yield root[:place] + STRONG[root[place:]]


def joined(prefix: str, verbs: Iterable[str]) -> list[str]:
    """The roots of separable verbs whose prefix stands apart."""
    found = dict.fromkeys(root for verb in verbs for root in (stem(verb), *roots(verb)))
    return [prefix + root for root in found]
