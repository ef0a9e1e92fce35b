"""What is found: the words of live public pages, wherever they stand."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.page.models import BasePage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "word", ["Marktplatz", "marktplatz", "geredet", "Wochenmarkt", "Gesprache", "wochenmarkt reden"]
)
def test_words_of_title_lead_and_body_are_found(article, titles, word):
    assert titles(q=word) == ["Gespräche am Marktplatz"]


def test_pages_with_all_words_come_first_those_with_some_follow_and_it_is_said(article, titles, client):
    pages.article(title="Marktplatz ohne Gegenstand", lead="Nur ein Raumschiff.")
    assert titles(q="Marktplatz Raumschiff") == ["Marktplatz ohne Gegenstand", "Gespräche am Marktplatz"]
    assert "mit einigen davon" in client.get("/suche/", {"q": "Marktplatz Raumschiff"}).content.decode()


def test_the_answer_is_as_the_contract_says(article, ask):
    answer = ask(q="Wochenmarkt")
    assert set(answer) == {"query", "total", "took_ms", "engine", "results", "facets", "suggestion"}
    assert (answer["query"], answer["total"], answer["suggestion"]) == ("Wochenmarkt", 1, None)
    (hit,) = answer["results"]
    assert set(hit) == {"url", "title", "type", "date", "excerpt"}
    assert (hit["url"], hit["type"]) == ("/aktuelles/marktplatz/", "news")
    assert hit["date"].startswith(str(article.shown_date.year))
    assert "<mark>Wochenmarkt</mark>" in hit["excerpt"]
    assert answer["facets"]["typ"] == [{"value": "news", "label": "Aktuelles", "count": 1}]


def test_drafts_are_not_found(titles):
    pages.draft_article(title="Geheimplan")
    assert titles(q="Geheimplan") == []


def test_a_withdrawn_page_is_not_found_any_more(article, titles):
    article.unpublish()
    assert titles(q="Wochenmarkt") == []


def test_unpublished_changes_are_not_found(article, titles):
    article.title = "Umsturz am Marktplatz"
    article.save_revision()
    assert titles(q="Umsturz") == []


def test_pages_below_a_restriction_are_not_found(article, titles):
    article.get_parent().view_restrictions.create(restriction_type="login")
    assert titles(q="Wochenmarkt") == []
    assert titles(typ="news") == []


def test_a_moved_site_tree_keeps_its_pages_findable(article, titles):
    section = pages.section(title="Archiv", slug="archiv")
    BasePage.objects.get(pk=article.get_parent().pk).move(section, "last-child")
    assert titles(q="Wochenmarkt") == ["Gespräche am Marktplatz"]


def test_a_page_is_found_under_its_new_title_at_once(article, titles):
    article.title = "Neues vom Platz"
    article.save_revision().publish(skip_permission_checks=True)
    assert titles(q="Neues") == ["Neues vom Platz"]


def test_hits_come_by_relevance_or_by_date(titles):
    pages.article(title="Brunnen", display_date=datetime(2015, 1, 1, tzinfo=UTC))
    pages.article(title="Am Platz", lead="Mit Brunnen", display_date=datetime(2024, 1, 1, tzinfo=UTC))
    assert titles(q="Brunnen") == ["Brunnen", "Am Platz"]
    assert titles(q="Brunnen", sort="datum") == ["Am Platz", "Brunnen"]


def test_a_search_asks_the_database_equally_often_for_few_and_many(client, django_assert_num_queries):
    pages.article(title="Platzgespräch", lead="Alle reden mit.")
    client.get("/suche/", {"q": "reden"})
    with CaptureQueriesContext(connection) as few:
        client.get("/suche/", {"q": "reden"})
    number_for_few = len(few)
    for number in range(12):
        pages.article(title=f"Platzgespräch {number}", lead="Alle reden mit.")
    client.get("/suche/", {"q": "reden"})  # the first one after a change reads the names of standing pages
    with django_assert_num_queries(number_for_few):
        assert client.get("/suche/", {"q": "reden"}).context["results"].total == 13
    assert number_for_few < 28
