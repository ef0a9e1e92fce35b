"""What the embedded index writes of a document: analysed fields, words, facets and the text for excerpts."""

import json
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..documents import LONGEST_BODY, SearchDoc
from ..german.analysis import Token
from ..language import Language
from .vocabulary import Word

LONGEST_KEPT = 40_000
SHORTEST_WORD = 3


@dataclass(frozen=True)
class Entry:
    """One document, ready to be written."""

    key: int
    facets: str
    day: int
    digest: str
    # Stems of title, lead and body; stems of parts of the title, and of the rest.
    fields: tuple[str, str, str, str, str]
    texts: bytes
    words: Counter[Word]

    @property
    def tokens(self) -> bytes:
        """The fields and words, packed: what must be known to delete them again."""
        return packed([self.fields, sorted({word[:2] for word in self.words})])


def entry(document: SearchDoc, language: Language) -> Entry:
    """Analyses a document."""
    texts = (
        document.title,
        " ".join([document.lead, *document.names]),
        f"{document.body[:LONGEST_BODY]} {document.period}",
    )
    title, lead, body = (language.analyse(text) for text in texts)
    facets = sorted(f"{name}:{value}" for name, values in document.facets.items() for value in values)
    return Entry(
        key=document.key,
        facets=" ".join(facets),
        day=document.date.toordinal() if document.date else 0,
        digest=document.digest,
        fields=(stems(title), stems(lead), stems(body), parts(title), parts([*lead, *body])),
        texts=packed([document.written, document.lead, document.body[:LONGEST_KEPT]]),
        words=words([*title, *lead, *body]),
    )


def stems(tokens: Iterable[Token]) -> str:
    """The stems in order."""
    return " ".join(token.stem for token in tokens)


def parts(tokens: Iterable[Token]) -> str:
    """The stems of all parts."""
    return " ".join(part for token in tokens for part in token.inside)


def words(tokens: list[Token]) -> Counter[Word]:
    """Each word once: the whole words as written, and the parts of compounds."""
    whole = {
        token.word: (token.word, 0, token.stem, token.written)
        for token in reversed(tokens)
        if not token.is_stop_word and len(token.word) >= SHORTEST_WORD and not token.word.isdigit()
    }
    pieces = {(part, 1, part, part) for token in tokens for part in token.inside}
    return Counter([*whole.values(), *pieces])


def packed(value: object) -> bytes:
    """Any plain data, small."""
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode(), 6)


def unpacked(data: bytes) -> list:
    """The data again."""
    return json.loads(zlib.decompress(data))
