"""The search page for people: works without script, says what it did."""

import pytest

from tests.design.site_under_test import parsed
from tests.factories import pages
from tests.factories.case_studies import town

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
    assert '<input type="hidden" name="typ" value="news">' in " ".join(page.split())


def test_nothing_found_gives_help(client):
    page = html(client, q="Raumschiff")
    assert "Prüfen Sie die Schreibweise" in page
    assert "Ergebnisse eingrenzen" not in page


def test_many_hits_are_paged_and_keep_the_question(client):
    for number in range(11):
        pages.article(title=f"Hafen {number}")
    first = html(client, q="Hafen", typ="news")
    assert 'href="?q=Hafen&amp;typ=news&amp;seite=2"' in first
    assert html(client, q="Hafen", typ="news", seite="2").count("search-hit-type") == 1


def test_only_reading_is_allowed(client):
    assert client.post("/suche/").status_code == 405


def suggested(client, typed: str) -> list[tuple[str, str]]:
    found = client.get("/suche/vorschlaege/", {"q": typed}).json()["suggestions"]
    return [(entry["type"], entry["title"]) for entry in found]


def test_suggestions_are_words_then_titles_beginnings_first(client, article):
    pages.article(title="Am Markt", slug="am-markt")
    pages.article(title="Marktfest", slug="marktfest")
    pages.draft_article(title="Marktgeheimnis")
    found = suggested(client, "markt")
    assert set(found[:3]) == {("term", "Markt"), ("term", "Marktfest"), ("term", "Marktplatz")}
    assert found[3] == ("news", "Marktfest")
    assert set(found[4:]) == {("news", "Am Markt"), ("news", "Gespräche am Marktplatz")}


def test_suggestions_complete_the_last_word(client, article):
    assert ("term", "Gespräche Marktplatz") in suggested(client, "Gespräche Marktpl")


def test_suggestions_know_umlauts_and_wait_for_two_letters(client):
    pages.article(title="Ämter öffnen länger")
    assert suggested(client, "ämt") == [("term", "Ämter"), ("news", "Ämter öffnen länger")]
    assert suggested(client, "aemt")[0] == ("term", "Ämter")
    assert suggested(client, "ä") == []


def test_suggestions_name_municipalities_and_subjects_that_there_is_something_about(client, article):
    pages.subject("Musterlücke")
    article.subjects = [pages.subject("Musterschutz")]
    article.save()
    assert suggested(client, "muster") == [("topic", "Musterschutz")]
    pages.case_study(title="Was wir taten", municipality=town("Musterstadt"))
    found = suggested(client, "muster")
    assert found[-2:] == [("municipality", "Musterstadt"), ("topic", "Musterschutz")]
    assert ("term", "Musterstadt") not in found


def test_a_feed_of_any_question(client, article):
    feed = client.get("/suche/feed.atom", {"q": "Wochenmarkt", "typ": "news"})
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert "<title>Gespräche am Marktplatz</title>" in feed.content.decode()


def test_unknown_words_are_corrected_and_it_is_said(client, article):
    page = " ".join(html(client, q="Wochenmrakt").split())
    assert "Meinten Sie" in page
    assert '<a href="?q=Wochenmarkt"><strong>Wochenmarkt</strong></a>' in page


@pytest.mark.parametrize("address", ["/", "/aktuelles/", "/suche/", "/nirgends/"])
def test_the_search_field_of_every_page_has_suggestions(client, article, address):
    fields = parsed(client.get(address)).query("input[data-suggestions='/suche/vorschlaege/']")
    assert fields[0].attrs["id"] == "site-search-words"
    assert len({field.attrs["id"] for field in fields}) == len(fields) == 1 + (address == "/suche/")


def test_every_suggestion_says_what_it_is(client):
    page = html(client)
    assert "&quot;term&quot;: &quot;Suche&quot;" in page
    assert "&quot;case_study&quot;: &quot;Praxisbeispiel&quot;" in page


def test_of_a_long_filter_the_rest_is_folded_and_what_is_chosen_never_is(client):
    for number in range(15):
        pages.case_study(title=f"Hafen {number}", municipality=town(f"Ort {number:02}", number))
    first = html(client, typ="case_study").partition('id="search-facet-kommune"')[2]
    shown, _summary, folded = first.partition("<details")
    assert (shown.count("kommune="), folded.count("kommune=")) == (8, 7)
    second = html(client, typ="case_study", kommune="ort-14-14").partition('id="search-facet-kommune"')[2]
    assert 'aria-current="true"' in second.partition("<details")[0]


def test_it_is_said_when_no_page_holds_all_of_the_words(client):
    pages.article(title="Am Hafen")
    assert "Keine Seite enthält alle Wörter." in html(client, q="Raumschiff Hafen")
    pages.article(title="Das Raumschiff im Hafen")
    assert "Nur wenige Seiten enthalten alle" in html(client, q="Raumschiff Hafen")
