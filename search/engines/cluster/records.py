"""A document as the index holds it."""

from ...documents import FACETS, LONGEST_BODY, SearchDoc
from ...language import Language
from ..entries import entry
from .mapping import READY


def record(document: SearchDoc, language: Language) -> dict:
    """Texts, facets, and the words of the texts as our own analysis makes them."""
    return {
        "key": document.key,
        "title": document.title,
        "lead": document.lead,
        "names": list(document.names),
        "body": document.body[:LONGEST_BODY],
        "date": document.date.isoformat() if document.date else None,
        "locale": document.locale,
        "digest": document.digest,
        "written": document.written,
        **{name: list(document.facets.get(name, ())) for name in FACETS},
        **dict(zip(READY, entry(document, language).fields, strict=True)),
    }
