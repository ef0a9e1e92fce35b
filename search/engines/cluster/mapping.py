"""The fields of the index, all of them named: an unknown one is an error."""

from ...documents import FACETS

TEXTS = ("title", "lead", "names", "body")
MARKED = ("lead", "body")
READY = ("stems_title", "stems_lead", "stems_body", "parts_title", "parts_rest")
GERMAN = {"type": "text", "analyzer": "german_text", "search_analyzer": "german_question"}


def mapping(version: str) -> dict:
    """Texts in the server's German, the same texts in ours, and facets; remembers which analysis made it."""
    keywords = {name: {"type": "keyword"} for name in FACETS}
    return {
        "dynamic": "strict",
        "_meta": {"analysis": version},
        "_source": {"excludes": list(READY)},
        "properties": {
            "key": {"type": "long"},
            "date": {"type": "date"},
            "locale": {"type": "keyword"},
            "digest": {"type": "keyword", "index": False, "doc_values": False},
            "written": {"type": "keyword", "index": False, "doc_values": False},
            **keywords,
            **dict.fromkeys(TEXTS, GERMAN),
            # Excerpts are cut where words are known to stand; without, each text would be analysed for each question.
            **dict.fromkeys(MARKED, GERMAN | {"index_options": "offsets"}),
            **{name: {"type": "text", "analyzer": "ready"} for name in READY},
        },
    }
