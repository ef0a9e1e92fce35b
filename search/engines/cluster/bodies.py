"""Questions as bodies. Field names are always keys of plain dicts: as keywords, two underscores become a dot."""

from collections.abc import Iterable

from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Bool, ConstantScore, DisMax, MatchAll, MultiMatch, Q, Query

from ...documents import FACETS
from ...query import SearchQuery
from .. import filling
from ..base import Scope
from ..group import Group, is_long
from ..plan import Plan
from .beside import beside

STEMS = ["stems_title^6", "stems_lead^2", "stems_body"]
PARTS = ["parts_title^2", "parts_rest^0.4"]
TEXTS = ["title^3", "lead^1", "names^1", "body^0.5"]
MOST_VALUES = 500
EXCERPT_LENGTH = 240
PINNED = 1e6
ROOTS, OTHER_WORDS, KINDS = 0.6, 0.4, 0.2
# What the weights of the server decide of less good answers: they are larger than one.
AMONG_EQUALS = 0.001
# Servers refuse more than 1,024 clauses in one question, their own synonyms among them.
MOST_CLAUSES = 700
# How many documents answer, whatever filters are in force.
EVERY = "every"


def wanted(plan: Plan, text: str) -> Query:
    """Documents that answer every group; the server's own German may find them, too."""
    ours = every(plan.groups)
    if any(not group.stems for group in plan.groups):
        return ours
    theirs = MultiMatch(query=text, fields=TEXTS, type="cross_fields", operator="and", boost=0.2)
    return Bool(should=[ours, theirs], minimum_should_match=1)


def every(groups: list[Group]) -> Query:
    """Documents that answer every group by our own analysis."""
    return Bool(must=[answered(group) for group in groups])


def partly(groups: list[Group], parts: list[list[Group]]) -> Query:
    """Documents that answer some of the words or single parts of them, and every phrase."""
    words = [(group, own) for group, own in zip(groups, parts, strict=True) if group.stems]
    return Bool(
        must=[answered(group) for group in groups if not group.stems],
        should=[told(group, own) for group, own in words],
        minimum_should_match=1,
    )


def loosely(groups: list[Group], parts: list[list[Group]]) -> Query:
    """Documents that answer every group or a single part of it."""
    return Bool(must=[told(group, own) for group, own in zip(groups, parts, strict=True)])


def plainly(groups: list[Group]) -> Query:
    """Documents that answer some of the groups in their own words: the shortest way to ask for less."""
    return Bool(should=[answered(group.own) for group in groups], minimum_should_match=1)


def is_too_long(query: Query) -> bool:
    """Whether servers might refuse it."""
    return clauses(query.to_dict()) > MOST_CLAUSES


def clauses(body: object) -> int:
    """As a server counts them: each word in each field."""
    if isinstance(body, list):
        return sum(map(clauses, body))
    if not isinstance(body, dict):
        return 0
    asked = body.get("multi_match")
    own = len(asked["fields"]) * len(asked["query"].split()) if asked else 0
    return own + sum(clauses(part) for name, part in body.items() if name != "multi_match")


def told(group: Group, parts: list[Group]) -> Query:
    """What a document tells by answering a group, in other words, or by some of its parts."""
    ways = [worth(group.tells, group.own)]
    ways += [worth(group.tells * filling.OTHER_WORDS, group)] if group.has_others else []
    single = [worth(part.tells * filling.SINGLE_PART, part) for part in parts]
    ways += [Bool(should=single, minimum_should_match=1)] if single else []
    return DisMax(queries=ways)


def worth(weight: float, group: Group) -> Query:
    """So much for each document that answers; how well it does decides among equals."""
    well = Bool(must=[answered(group)], boost=AMONG_EQUALS)
    return Bool(must=[well, ConstantScore(filter=MatchAll(), boost=weight)])


def answered(group: Group) -> Query:
    """Documents that answer one word or phrase in any of its ways."""
    ways = [either(stem) for stem in group.stems]
    ways += [
        Bool(must=[either(part) for part in way], boost=ROOTS if len(way) == 1 else OTHER_WORDS) for way in group.parts
    ]
    ways += [Bool(must=[either(part) for part in parts], boost=OTHER_WORDS) for parts in group.otherwise]
    ways += [next_to_each_other(phrase, 1.0) for phrase in group.phrases]
    ways += [said_otherwise(synonym, OTHER_WORDS) for synonym in group.synonyms]
    ways += [said_otherwise(kind, KINDS) for kind in group.narrower]
    return DisMax(queries=ways, tie_breaker=0.1)


def either(stem: str) -> Query:
    """A stem, as a word or in a compound."""
    words = MultiMatch(query=stem, fields=STEMS, tie_breaker=0.3)
    parts = MultiMatch(query=stem, fields=PARTS, tie_breaker=0.3)
    return DisMax(queries=[words, parts], tie_breaker=0.1)


def said_otherwise(stems: tuple[str, ...], boost: float) -> Query:
    """Another word for the same, or a kind of it."""
    return Bool(must=[either(stems[0])], boost=boost) if is_long(stems) else next_to_each_other(stems, boost)


def next_to_each_other(stems: tuple[str, ...], boost: float) -> Query:
    """Whole words in this order."""
    kind = {"type": "phrase"} if len(stems) > 1 else {}
    return MultiMatch(query=" ".join(stems), fields=STEMS, boost=boost, **kind)


def ids(keys: Iterable) -> Query:
    """Documents by key."""
    return Q({"ids": {"values": [str(key) for key in keys]}})


def with_pins(found: Query, pinned: tuple[int, ...]) -> Query:
    """What editors pinned stands above all, whether it holds the words or not."""
    if not pinned:
        return found
    pins = [ConstantScore(filter=ids([key]), boost=PINNED * (len(pinned) - place)) for place, key in enumerate(pinned)]
    return Bool(should=[found, *pins], minimum_should_match=1)


def chosen(query: SearchQuery, but: str = "") -> list[Query]:
    """The filters in force: any of the values of each."""
    return [Q({"terms": {name: list(values)}}) for name, values in query.chosen.items() if name != but]


def asked(found: Query, query: SearchQuery, scope: Scope, text: str, order: str) -> dict:
    """The whole body: slice, facets beside their own choice, excerpt."""
    search = Search().query(Bool(must=[found], must_not=excluded(scope)))
    search = search.post_filter(Bool(filter=chosen(query)))[scope.first : scope.first + scope.count]
    search = search.extra(track_total_hits=True, _source=["written"]).sort(*sorting(order))
    if text:
        search = search.extra(highlight=highlight(text))
    facets = {name: facet(query, name) for name in FACETS} if scope.with_facets else {}
    every = {EVERY: {"value_count": {"field": "key"}}} if query.chosen else {}
    return search.to_dict() | {"aggs": facets | every | beside()}


def best(found: Query, without: list[Query], most: int) -> dict:
    """The body that asks for documents with what they are counted by, best first."""
    wanted = Bool(must=[found], must_not=without).to_dict()
    counted = [*FACETS, {"field": "date", "format": "epoch_millis"}]
    return {"query": wanted, "size": most, "_source": False, "docvalue_fields": counted, "track_total_hits": False}


def excluded(scope: Scope) -> list[Query]:
    """What must neither be found nor counted."""
    return [ids(scope.excluded)] if scope.excluded else []


def sorting(order: str) -> list:
    """By weight or by date; the newer one first among equals."""
    by_date = [{"date": {"order": "desc", "missing": "_last"}}, {"key": {"order": "desc"}}]
    return by_date if order == "date" else ["_score", *by_date]


def facet(query: SearchQuery, name: str) -> dict:
    """The values of a facet among what all other filters leave."""
    counts = {"values": {"terms": {"field": name, "size": MOST_VALUES}}}
    return {"filter": Bool(filter=chosen(query, but=name)).to_dict(), "aggs": counts}


def highlight(text: str) -> dict:
    """One escaped piece of the text with the words found in <mark>."""
    marked = MultiMatch(query=text, fields=["lead", "body"]).to_dict()
    piece = {"number_of_fragments": 1, "fragment_size": EXCERPT_LENGTH, "highlight_query": marked}
    return {
        "encoder": "html",
        "pre_tags": ["<mark>"],
        "post_tags": ["</mark>"],
        "fields": {"body": piece | {"no_match_size": EXCERPT_LENGTH}, "lead": piece},
    }
