"""The search page for people: works without script, says what it did."""

import pytest

from tests.factories import pages

pytestmark = pytest.mark.django_db


def html(client, **question) -> str:
    response = client.get("/suche/", question)
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_question_it_offers_a_field_and_all_types(client):
    page = html(client)
    assert 'name="q"' in page
    assert 'href="?typ=case_study"' in page


def test_results_are_not_for_search_engines(client):
    response = client.get("/suche/", {"q": "x"})
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_number_of_hits_is_announced(article, client):
    page = " ".join(html(client, q="Wochenmarkt").split())
    assert 'role="status"> <h2 id="search-count"> 1 Treffer für „Wochenmarkt“' in page


def test_filters_in_force_are_chips_that_can_be_removed(article, client):
    page = html(client, q="Wochenmarkt", typ="news")
    assert 'href="?q=Wochenmarkt"' in page
    assert "Alle Filter entfernen" in page
    assert '<input type="hidden" name="typ" value="news">' in page


def test_nothing_found_gives_help(client):
    assert "Prüfen Sie die Schreibweise" in html(client, q="Raumschiff")


def test_many_hits_are_paged_and_keep_the_question(client):
    for number in range(11):
        pages.article(title=f"Hafen {number}")
    first = html(client, q="Hafen", typ="news")
    assert 'href="?q=Hafen&amp;typ=news&amp;seite=2"' in first
    assert html(client, q="Hafen", typ="news", seite="2").count("search-hit-type") == 1


def test_only_reading_is_allowed(client):
    assert client.post("/suche/").status_code == 405


def test_suggestions_are_titles_beginnings_first(client, article):
    pages.article(title="Am Markt", slug="am-markt")
    pages.article(title="Marktfest", slug="marktfest")
    pages.draft_article(title="Marktgeheimnis")
    found = client.get("/suche/vorschlaege/", {"q": "markt"}).json()["suggestions"]
    assert found[0] == {"title": "Marktfest", "url": "/aktuelles/marktfest/", "type": "news"}
    assert {entry["title"] for entry in found} == {"Marktfest", "Am Markt", "Gespräche am Marktplatz"}


def test_suggestions_know_umlauts_and_wait_for_two_letters(client):
    pages.article(title="Ämter öffnen länger")
    assert len(client.get("/suche/vorschlaege/", {"q": "ämt"}).json()["suggestions"]) == 1
    assert client.get("/suche/vorschlaege/", {"q": "ä"}).json() == {"suggestions": []}
