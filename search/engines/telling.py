"""The most telling words of each document: those of title and lead that few documents have."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..german.analysis import is_stop_stem
from ..models import TellingWord
from .vocabulary import Vocabulary

# Words that others have, too, the rarest first; words that nobody else has yet; words that so many have tell nothing.
MOST_SHARED, MOST_OWN, TOO_FREQUENT = 8, 6, 300
# If all words are frequent, the rarest of them must do.
AT_LEAST = 2
LONGEST = 60
# Stems of title, lead and body; of parts of the title, and of the rest.
Fields = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Telling:
    """The telling words of one generation of the index."""

    generation: str

    def write(self, documents: Iterable[tuple[int, Fields]]) -> None:
        """Notes the words of documents that have none; the vocabulary must know them already."""
        words = {key: candidates(fields) for key, fields in documents}
        known = Vocabulary(self.generation, 0).frequencies(set().union(*words.values()) if words else ())
        TellingWord.objects.bulk_create(
            TellingWord(generation=self.generation, key=key, stem=stem, weight=1 / math.log(2 + times))
            for key, stems in words.items()
            for stem, times in rarest(stems, known)
        )

    def forget(self, keys: Iterable[int]) -> None:
        """Of documents that are gone or written anew."""
        TellingWord.objects.filter(generation=self.generation, key__in=list(keys)).delete()

    def clear(self) -> None:
        """Of all documents."""
        TellingWord.objects.filter(generation=self.generation).delete()


def candidates(fields: Fields) -> set[str]:
    """The stems of title and lead, those of compounds in the title taken apart, too."""
    title, lead, _body, title_parts, _parts = fields
    stems = {*title.split(), *lead.split(), *title_parts.split()}
    return {stem for stem in stems if len(stem) <= LONGEST and not stem.isdigit() and not is_stop_stem(stem)}


def rarest(stems: set[str], known: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The stems that tell most, and how many documents have each."""
    found = sorted((known[stem], stem) for stem in stems if stem in known)
    own = [(stem, times) for times, stem in found if times == 1][:MOST_OWN]
    shared = [(stem, times) for times, stem in found if times > 1][:MOST_SHARED]
    yield from own
    for place, (stem, times) in enumerate(shared):
        if times <= TOO_FREQUENT or place < AT_LEAST:
            yield stem, times
