"""Bodies name fields that exist; nothing is asked that the mapping does not hold."""

import re

from search.documents import FACETS
from search.engines.base import Scope
from search.engines.cluster import beside, bodies
from search.engines.cluster.analysis import settings
from search.engines.cluster.mapping import GERMAN, mapping
from search.engines.group import Group
from search.engines.plan import Plan
from search.query import SearchQuery

FIELDS = set(mapping("1")["properties"])
PLAN = Plan([Group(stems=["rad"], parts=[("rad", "weg")], phrases=[("fahr", "rad")]), Group(phrases=[("am", "markt")])])
QUERY = SearchQuery(text="Rad", typ=("news",), thema=("verkehr", "umwelt"))


def body(**more):
    some = bodies.partly(PLAN.groups, [[Group(stems=["rad"])], []])
    found = bodies.Bool(should=[bodies.wanted(PLAN, "Rad"), bodies.ids(["1", "2"]), some])
    return bodies.asked(found, QUERY, Scope(pinned=(7,), excluded=frozenset({8}), **more), "Rad", "relevance")


def named(value, found):
    """All field names in a body, wherever the interface puts them."""
    if isinstance(value, dict):
        found.update(re.sub(r"\^.*", "", name) for name in value.get("fields", []))
        found.update(value.get("terms", {}).keys() - {"field", "size"})
        found.update([value["field"]] if "field" in value else [])
        for part in value.values():
            named(part, found)
    elif isinstance(value, list):
        for part in value:
            named(part, found)
    return found


def test_every_field_is_in_the_mapping():
    fields = named(body(), set())
    assert {"stems_title", "parts_rest", "body", "typ", "thema", "jahr"} <= fields
    assert fields <= FIELDS


def test_no_name_was_turned_into_a_path():
    assert not [name for name in named(body(), set()) if "." in name or "__" in name]


def test_a_facet_is_counted_beside_its_own_choice():
    facets = body()["aggs"]
    assert set(facets) == {*FACETS, beside.NAME, bodies.EVERY}
    assert "typ" not in str(facets["typ"]["filter"])
    assert "thema" in str(facets["typ"]["filter"])
    assert set(body(with_facets=False)["aggs"]) == {beside.NAME, bodies.EVERY}


def test_what_is_no_page_is_named_whatever_is_chosen():
    assert body()["aggs"][beside.NAME]["filter"] == {"range": {"key": {"lt": 0}}}


def test_analysers_of_fields_are_defined_without_files():
    made = settings(["Rad", "Straße"], [["Kita", "Kindergarten"]], shards=2, replicas=1)
    assert (made["number_of_shards"], made["number_of_replicas"]) == (2, 1)
    assert {GERMAN["analyzer"], GERMAN["search_analyzer"], "ready"} <= set(made["analysis"]["analyzer"])
    assert "_path" not in str(made)
    assert made["analysis"]["filter"]["parts"]["word_list"] == ["strasse"]
