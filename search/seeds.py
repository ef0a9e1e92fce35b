"""The lexicon, the synonyms and the broader terms that come with the product: the beginning of what editors keep."""

from pathlib import Path
from typing import Any

from .models import BroaderTerm, LexiconWord, SynonymGroup

# A noun of so many letters that is never split itself is rarely taken for a part by mistake.
SURELY_A_PART = 8
FOLDER = Path(__file__).parent / "german"


def lines(name: str) -> list[str]:
    """The lines of a file without remarks."""
    return [line for line in (FOLDER / name).read_text().splitlines() if line and not line.startswith("#")]


def lines_in(folder: str) -> list[str]:
    """The lines of all files in a folder."""
    return [line for file in sorted(FOLDER.glob(f"{folder}/*.txt")) for line in lines(str(file))]


def words() -> list[str]:
    """Words that compounds are made of."""
    return sorted({word for line in lines_in("words") for word in line.split()})


def denied() -> list[str]:
    """Words that are never split."""
    return sorted({word for line in lines("denied.txt") for word in line.split()})


def synonyms() -> list[str]:
    """Groups of synonyms, one a line."""
    return lines_in("synonyms")


def broader() -> list[tuple[str, str]]:
    """Broader terms and their kinds: “term: kind, kind” a line."""
    return [(term, kinds) for term, _sign, kinds in (line.partition(": ") for line in lines_in("kinds"))]


def fill_empty_tables(**kwargs: Any) -> None:
    """After migrating: writes what is shipped into tables that hold nothing yet."""
    if not LexiconWord.objects.exists():
        # A word on both lists can be a part, and is not taken apart itself.
        LexiconWord.objects.bulk_create(lexicon_rows())
    if not SynonymGroup.objects.exists():
        SynonymGroup.objects.bulk_create(SynonymGroup(words=line) for line in synonyms())
    if not BroaderTerm.objects.exists():
        BroaderTerm.objects.bulk_create(BroaderTerm(term=term, narrower=kinds) for term, kinds in broader())


def lexicon_rows() -> list[LexiconWord]:
    """One row a word."""
    use = dict.fromkeys(denied(), LexiconWord.Use.WHOLE) | dict.fromkeys(words(), LexiconWord.Use.PART)
    both = {word for word in denied() if word in set(words()) or (word[0].isupper() and len(word) >= SURELY_A_PART)}
    return [LexiconWord(word=word, use=LexiconWord.Use.BOTH if word in both else found) for word, found in use.items()]
