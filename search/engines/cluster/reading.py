"""What the answers of a cluster say."""

from datetime import UTC, datetime

from django.utils.timezone import localtime

from ...documents import FACETS
from ..base import Answer, Match
from ..tally import Row
from .bodies import EVERY


def answer(found: dict) -> Answer:
    """One slice of the matches, and the counts."""
    facets = {
        name: {bucket["key"]: bucket["doc_count"] for bucket in facet["values"]["buckets"]}
        for name, facet in found["aggregations"].items()
        if name in FACETS
    }
    return Answer(found["hits"]["total"]["value"], [match(hit) for hit in found["hits"]["hits"]], facets)


def count(found: dict) -> int:
    """How many documents answer, whatever filters are in force."""
    return found["aggregations"].get(EVERY, found["hits"]["total"])["value"]


def rows(found: dict) -> list[Row]:
    """What answers, best first, with its facets and its day."""
    return [row(hit["_id"], hit.get("fields", {})) for hit in found["hits"]["hits"]]


def row(key: str, fields: dict[str, list[str]]) -> Row:
    """One document as it is counted; its place says what it weighs."""
    facets = " ".join(f"{name}:{value}" for name in FACETS for value in fields.get(name, ()))
    return int(key), 0.0, facets, max(map(day, fields.get("date", ())), default=0)


def day(milliseconds: str) -> int:
    """The day in our time zone, as the index in the database counts it."""
    return localtime(datetime.fromtimestamp(int(milliseconds) / 1000, UTC)).toordinal()


def match(hit: dict) -> Match:
    """One hit as the finder wants it."""
    written = hit.get("_source", {}).get("written", "")
    return Match(int(hit["_id"]), hit.get("_score") or 0.0, excerpt(hit), written)


def excerpt(hit: dict) -> str | None:
    """The piece with words marked; the beginning of the text if there is none."""
    pieces = hit.get("highlight", {})
    found = [*pieces.get("body", []), *pieces.get("lead", [])]
    return next((piece for piece in found if "<mark>" in piece), found[0] if found else None)
