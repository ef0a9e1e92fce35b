"""What is no page among the documents that answer: named, so that what nobody may read is noticed.

Whether a municipality is public takes a look at its pages. Looking at all of them before each question cost more than
the question; so only those that answer are looked at, and before anything is said or decided.
"""

from collections.abc import Iterable
from dataclasses import replace

from ..base import Scope, nothing

NAME, MOST = "beside", 200


class NotPublic(Exception):  # noqa: N818
    """Something answers that nobody may read."""

    def __init__(self, keys: frozenset[int]) -> None:
        super().__init__()
        self.keys = keys


def beside() -> dict:
    """Has an answer name them, whatever filters are in force."""
    named = {"keys": {"terms": {"field": "key", "size": MOST}}}
    return {NAME: {"filter": {"range": {"key": {"lt": 0}}}, "aggs": named}}


def named(answers: Iterable[dict]) -> list[int] | None:
    """The keys that answers name, or hold if they name none; None if there are more."""
    keys: list[int] = []
    for found in answers:
        if "aggregations" not in found:
            keys += [int(hit["_id"]) for hit in found["hits"]["hits"]]
            continue
        those = found["aggregations"][NAME]
        if len(those["keys"]["buckets"]) < those["doc_count"]:
            return None
        keys += [bucket["key"] for bucket in those["keys"]["buckets"]]
    return [key for key in keys if key < 0]


def require_public(keys: Iterable[int] | None, scope: Scope) -> None:
    """Raises NotPublic if nobody may read one of these, or, without keys, one of all there are."""
    if hidden := scope.hidden(keys):
        raise NotPublic(hidden)


def without(scope: Scope, keys: frozenset[int]) -> Scope:
    """Excludes these, and before anything is asked everything else that nobody may read."""
    return replace(scope, excluded=scope.excluded | keys | scope.hidden(None), hidden=nothing)
