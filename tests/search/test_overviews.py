"""Municipalities and subjects are hits of their own, as long as something public is about them."""

import pytest

from home.bodies.models import Municipality
from home.page.models import Subject
from programs.models import CaseStudyPage
from search import upkeep
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(engine):
    """A municipality with a case study."""
    town = Municipality.objects.create(
        name="Lindenbrunn", slug="lindenbrunn", ars="080000000001", county="Kreis Anger", status="town"
    )
    pages.case_study(title="Ein Platz für alle", municipality=town)
    return town


@pytest.fixture
def subject(engine):
    """A subject with an article."""
    article = pages.article(title="Etwas anderes")
    subject = pages.subject("Wasserspiele")
    Subject.objects.filter(pk=subject.pk).update(intro="Brunnen und Bäche.")
    article.subjects.add(subject)
    article.save_revision().publish(skip_permission_checks=True)
    return subject


@pytest.fixture
def about(town, subject):
    """Everything about the two."""
    return [CaseStudyPage.objects.get(municipality=town), subject.pages.get().specific]


def found(ask, **question) -> list[tuple[str, str, str]]:
    return [(hit["type"], hit["title"], hit["url"]) for hit in ask(**question)["results"]]


def counts(ask, **question) -> dict[str, int]:
    return {value["value"]: value["count"] for value in ask(**question)["facets"].get("typ", [])}


def test_a_municipality_is_found_by_name_and_comes_first(town, ask_engine):
    assert found(ask_engine, q="Lindenbrunn")[0] == ("municipality", "Lindenbrunn", "/kommunen/lindenbrunn/")
    assert found(ask_engine, q="Lindenbrunn", typ="municipality") == found(ask_engine, typ="municipality")
    assert counts(ask_engine, q="Lindenbrunn") == {"case_study": 1, "municipality": 1}
    (hit,) = ask_engine(typ="municipality")["results"]
    assert "Stadt" in hit["excerpt"]
    assert "Kreis Anger" in hit["excerpt"]


def test_a_subject_is_found_by_name(subject, ask_engine):
    address = ("topic", "Wasserspiele", "/themen/wasserspiele/")
    assert address in found(ask_engine, q="Wasserspiel")
    assert found(ask_engine, thema="wasserspiele", typ="topic") == [address]
    assert found(ask_engine, q="Bach", typ="topic") == [address]
    assert counts(ask_engine, q="Wasserspiele") == {"news": 1, "topic": 1}


def test_they_are_shown_with_a_word_for_their_kind(town, subject, client):
    page = client.get("/suche/", {"q": "Lindenbrunn Wasserspiele"}).content.decode()
    assert ">Kommune<" in page
    assert ">Thema<" in page
    assert "Kommunen" in page
    assert client.get("/suche/feed.atom", {"typ": "municipality"}).status_code == 200


def test_nothing_is_found_that_only_drafts_are_about(engine, ask_engine):
    hidden = Municipality.objects.create(name="Stillenbach", slug="stillenbach", ars="080000000002")
    pages.draft_article(title="Entwurf").subjects.add(pages.subject("Verborgenes"))
    upkeep.rebuild()
    assert found(ask_engine, q="Stillenbach") == found(ask_engine, q="Verborgenes") == []
    assert not any(counts(ask_engine, typ="municipality").get(kind) for kind in ("topic", "municipality"))
    assert hidden.name not in str(ask_engine(q="Stillenbac"))


@pytest.mark.parametrize("hide", ["unpublish", "delete"])
def test_they_go_with_their_last_page_even_while_the_index_is_late(about, engine, ask_engine, monkeypatch, hide):
    monkeypatch.setattr("search.events.after_commit", lambda todo: None)
    hide_all(about, hide)
    assert len(of_overviews(engine)) == 2, "the index is late"
    for question in ({"q": "Lindenbrunn"}, {"q": "Wasserspiele"}, {"typ": "topic"}, {"typ": "municipality"}):
        assert ask_engine(**question)["total"] == 0, question
        assert not any(counts(ask_engine, **question).get(kind) for kind in ("topic", "municipality")), question


@pytest.mark.parametrize("hide", ["unpublish", "delete"])
def test_the_index_follows(about, engine, hide, monkeypatch):
    assert len(of_overviews(engine)) == 2
    todo = []
    monkeypatch.setattr("search.events.after_commit", todo.append)
    hide_all(about, hide)
    for deed in todo:
        deed()
    assert not of_overviews(engine)


def hide_all(about, hide: str) -> None:
    for page in about:
        getattr(page, hide)()


def of_overviews(engine) -> list[int]:
    return [key for key in engine.digests() if key < 0]


def test_a_new_name_is_found_at_once(town, ask_engine):
    town.name = "Taldorf"
    town.save()
    assert ("municipality", "Taldorf", "/kommunen/lindenbrunn/") in found(ask_engine, q="Taldorf")
    assert not found(ask_engine, q="Lindenbrunn", typ="municipality")
