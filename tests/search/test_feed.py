"""Any question as a feed that every reader of feeds accepts."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests.factories import pages
from tests.factories.case_studies import town

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, **question):
    response = client.get("/suche/feed.atom", question)
    assert response.status_code == 200, response.status_code
    return ElementTree.fromstring(response.content)


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\x1b", "\uffff", "\u202e", "<&>"])
def test_no_sign_in_a_question_breaks_it(client, article, sign):
    assert len(feed(client, q=f"Wochenmarkt {sign}").findall(f"{ATOM}entry")) == 1


def test_it_has_all_that_the_standard_demands_and_stands_still(client, article):
    found = feed(client, q="Wochenmarkt", typ="news")
    assert found.find(f"{ATOM}author/{ATOM}name").text
    entry = found.find(f"{ATOM}entry")
    assert {entry.find(ATOM + name) is not None for name in ("id", "title", "updated", "link")} == {True}
    assert found.find(f"{ATOM}updated").text == entry.find(f"{ATOM}updated").text
    first = client.get("/suche/feed.atom", {"q": "Wochenmarkt"})
    again = client.get("/suche/feed.atom", {"q": "Wochenmarkt"}, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_a_page_with_a_date_to_come_does_not_stand_at_the_top_for_ever(client):
    then, first = timezone.now() + timedelta(days=300), datetime(2024, 5, 6, 8, tzinfo=UTC)
    page = pages.article(title="Das Fest am Hafen", display_date=then)
    type(page).objects.filter(pk=page.pk).update(first_published_at=first, last_published_at=first + timedelta(days=2))
    for found in (feed(client, q="Fest"), ElementTree.fromstring(client.get("/aktuelles/feed.atom").content)):
        entry = found.find(f"{ATOM}entry")
        assert entry.find(f"{ATOM}published").text == "2024-05-06T08:00:00+00:00"
        assert found.find(f"{ATOM}updated").text == entry.find(f"{ATOM}updated").text < timezone.now().isoformat()


def test_a_small_correction_is_no_news_in_any_feed_and_an_update_is_one(client):
    page, first = pages.article(title="Das Fest am Hafen"), datetime(2024, 5, 6, 8, tzinfo=UTC)
    kept = type(page).objects.filter(pk=page.pk)
    for update, told in ((None, "2024-05-06T08:00:00+00:00"), (first + timedelta(days=9), "2024-05-15T08:00:00+00:00")):
        kept.update(first_published_at=first, last_published_at=first + timedelta(days=20), updated_at=update)
        for found in (feed(client, q="Fest"), ElementTree.fromstring(client.get("/aktuelles/feed.atom").content)):
            assert found.find(f"{ATOM}entry/{ATOM}updated").text == told


def test_what_changed_is_new_again_and_keeps_its_own_date(client):
    page = pages.article(title="Vom Hafen", display_date=datetime(2018, 2, 5, 9, tzinfo=UTC))
    entry = feed(client, q="Hafen").find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}published").text == "2018-02-05T09:00:00+00:00"
    assert entry.find(f"{ATOM}updated").text[:10] == page.last_published_at.date().isoformat()


def test_what_has_no_date_is_no_news(client):
    pages.case_study(title="Was wir taten", municipality=town("Musterstadt"))
    assert not feed(client, typ="municipality").findall(f"{ATOM}entry")


def test_its_title_names_the_filters(client, article):
    assert feed(client, q="Markt", typ="news").find(f"{ATOM}title").text == "Suche nach „Markt“ (Art: Aktuelles)"
    assert feed(client, typ="news").find(f"{ATOM}title").text == "Suche (Art: Aktuelles)"


@pytest.mark.parametrize("question", ["q=Wochenmarkt", "typ=news", "q=Wochenmarkt&typ=news"])
def test_a_reader_of_feeds_finds_it_from_the_page(client, article, question):
    page = client.get(f"/suche/?{question}").content.decode()
    assert 'type="application/atom+xml"' in page.partition("</head>")[0]
    assert "Diese Suche abonnieren" in page
