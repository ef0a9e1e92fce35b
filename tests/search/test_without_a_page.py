"""A municipality whose last page is gone answers nothing and decides nothing, while indexes still hold it."""

import pytest

from home.bodies.models import Municipality
from search.engines.choice import embedded
from search.engines.cluster import beside
from search.finder import find
from search.query import SearchQuery
from tests.factories import pages

pytestmark = pytest.mark.django_db


def town(name: str) -> Municipality:
    """With a case study that says nothing of it."""
    slug = name.lower().replace(" ", "-")
    town = Municipality.objects.create(name=name, slug=slug, ars=f"08{Municipality.objects.count():010}")
    pages.case_study(title="Ein Platz", slug=f"platz-{slug}", municipality=town)
    return town


@pytest.fixture
def late(engine, monkeypatch):
    """The engine holds three towns without a page, and Lindenau, which has one."""
    pages.article(title="Bad mit Quelle", slug="quelle")
    pages.article(title="Turm ohne Uhr", slug="turm")
    pages.article(title="Festzelt im Brunnental", slug="fest")
    towns = [town(name) for name in ("Quelle Turm", "Brunnental", "Lindenau", "Fischbach")]
    monkeypatch.setattr("search.events.after_commit", lambda todo: None)
    for gone in towns:
        if gone.name != "Lindenau":
            for page in gone.case_studies.all():
                page.delete()
    for index in (engine, embedded()):
        assert sum(key < 0 for key in index.digests()) == 4, "the index is late"
    return engine


def asked(text: str = "", **more):
    return find(SearchQuery(text=text, **more))


def test_neither_found_nor_counted(late):
    for question in ({"text": "Brunnental"}, {"text": "Quelle"}, {"text": "Turm"}):
        found = asked(**question)
        assert found.engine == late.name
        assert found.total == len(found.hits) == 1, question
        assert "municipality" not in kinds(found), question
    found = asked(typ=("municipality",))
    assert [hit.title for hit in found.hits] == ["Lindenau"]
    assert kinds(found)["municipality"] == found.total == 1


def kinds(found) -> dict[str, int]:
    return {value.value: value.count for facet in found.facets if facet.name == "typ" for value in facet.values}


def test_it_does_not_count_as_what_holds_every_word(late):
    found = asked("Quelle Turm")
    assert {hit.title for hit in found.hits} == {"Bad mit Quelle", "Turm ohne Uhr"}
    assert found.is_relaxed
    assert found.is_loose


def test_it_does_not_count_as_what_holds_some_of_the_words(late):
    found = asked("Festzelt Brunnental")
    assert [hit.title for hit in found.hits] == ["Festzelt im Brunnental"]
    assert not found.is_relaxed


def test_nothing_is_corrected_to_its_name(late):
    assert asked("Lindenua").suggestion == "Lindenau"
    assert asked('"Turm ohne Uhr" Lindenua').suggestion == "“Turm ohne Uhr” Lindenau"
    assert asked("Fischbahc").suggestion is None
    assert asked("Fischbahc").total == 0
    assert asked('"Turm ohne Uhr" Fischbahc').suggestion is None


@pytest.mark.parametrize("most", [1, 2])
def test_not_even_when_more_answer_than_an_answer_names(late, monkeypatch, most):
    monkeypatch.setattr(beside, "MOST", most)
    found = asked("Quelle Turm")
    assert found.total == 2
    assert found.is_loose
    assert kinds(asked(typ=("news",)))["municipality"] == 1
