"""What is not public cannot be reached by any channel of any engine, even while the index is late."""

import pytest

from home.models import CollectionPage
from search.engines.choice import embedded
from search.related import related
from tests.factories import pages
from tests.search.hidden import LATE, TEXT, WORD, never_published

pytestmark = pytest.mark.django_db
PUBLIC = "Bootsverleih am Hafen"


@pytest.fixture
def public(engine, monkeypatch):
    """A public article among many that are not; of those that were, each index still holds everything."""
    article = pages.article(title=PUBLIC, lead="Hier darf jeder rudern, der Planung braucht.")
    made = {name: make() for name, (make, _hide) in LATE.items()}
    never_published()
    keys = {page.pk for page in made.values()}
    monkeypatch.setattr("search.events.after_commit", lambda todo: None)
    for name, (_make, hide) in LATE.items():
        hide(made[name])
    for index in (engine, embedded()):
        held = set(index.digests())
        assert keys <= held, "the index is late"
        assert any(key < 0 for key in held), "it holds the file, too"
    return article


@pytest.fixture
def collection(public):
    """A collection of everything about the harbour, and the same as a block in a page."""

    def make(**question) -> str:
        query = [{"type": "query", "value": question}]
        page = pages.live(CollectionPage, pages.home_page(), title="Sammlung", slug="sammlung", query=query)
        body = [{"type": "listing", "value": {"title": "Liste", "count": 12, **question}}]
        listing = pages.information(title="Mit Liste", body=body)
        return [page.url, page.url + "feed.atom", listing.url]

    return make


def text_of(client, path, **question) -> str:
    response = client.get(path, question)
    assert response.status_code == 200
    return response.content.decode()


def test_not_on_the_search_page(public, ask_engine, client):
    page = text_of(client, "/suche/", q="Hafen")
    assert PUBLIC in page
    assert WORD not in page
    assert "0 Treffer" in text_of(client, "/suche/", q=f'"{TEXT}"')


def test_not_as_a_hit_or_in_the_total(public, ask_engine):
    answer = ask_engine(q="Hafen")
    assert {hit["title"] for hit in answer["results"]} == {PUBLIC, "Rundfahrt am Hafen"}
    assert answer["total"] == 2
    for question in (WORD, f'"{TEXT}"', "geheim planung niemand"):
        found = {hit["title"] for hit in ask_engine(q=question)["results"]}
        assert found <= {PUBLIC}, question
    assert ask_engine(typ="document")["total"] == 0
    assert ask_engine(thema="verborgenes")["total"] == 0


def test_not_in_an_excerpt(public, ask_engine):
    excerpts = [hit["excerpt"] for hit in ask_engine(q="Hafen Planung")["results"]]
    assert any("rudern" in excerpt for excerpt in excerpts)
    assert not any(WORD in excerpt or "niemand" in excerpt for excerpt in excerpts)


def test_not_in_the_count_of_a_facet(public, ask_engine):
    for question in ({"q": "Hafen"}, {"typ": "news"}):
        facets = ask_engine(**question)["facets"]
        counts = {value["value"]: value["count"] for value in facets["typ"]}
        assert counts["news"] == 2
        assert "document" not in counts
        assert not facets.get("thema")


def test_not_as_a_suggestion_while_typing(public, engine, client):
    def suggested(typed):
        return [entry["title"] for entry in client.get("/suche/vorschlaege/", {"q": typed}).json()["suggestions"]]

    assert "Bootsverleih" in suggested("Bootsv")
    for typed in ("Geheim", "Hafen Geheim", TEXT):
        assert not any("eheim" in title.removeprefix(TEXT) for title in suggested(typed)), typed


def test_not_as_a_correction(public, ask_engine):
    assert ask_engine(q="Bootsverleyh")["suggestion"] == "Bootsverleih"
    assert ask_engine(q="Geheimplanunk")["suggestion"] is None
    assert ask_engine(q="Geheimplanunk Hafen")["suggestion"] is None


def test_not_in_a_feed(public, ask_engine, client):
    feed = text_of(client, "/suche/feed.atom", q="Hafen")
    assert PUBLIC in feed
    assert WORD not in feed


def test_not_as_related(public, engine, client):
    titles = [page.title for page in related(public)]
    assert titles == ["Rundfahrt am Hafen"]
    assert WORD not in text_of(client, public.url)


@pytest.mark.parametrize("question", [{"text": "Hafen"}, {"kind": ["news"]}, {}], ids=["words", "kind", "anything"])
def test_not_in_a_collection_its_feed_or_a_list_in_a_page(collection, engine, client, question):
    for path in collection(**question):
        shown = text_of(client, path)
        assert PUBLIC in shown, path
        assert WORD not in shown, path


def test_text_that_was_taken_out_of_a_live_page_is_in_no_excerpt(engine, ask_engine, monkeypatch):
    page = pages.article(title="Hafenfest", lead=f"{WORD}, aus Versehen veröffentlicht.")
    monkeypatch.setattr("search.events.after_commit", lambda todo: None)
    page.lead = "Ein Fest am Wasser."
    page.save_revision().publish(skip_permission_checks=True)
    (hit,) = ask_engine(q="Hafenfest")["results"]
    assert WORD not in hit["excerpt"]
    assert "Fest am Wasser" in hit["excerpt"].replace("<mark>", "").replace("</mark>", "")
