"""Any question as a feed that every reader of feeds accepts."""

from xml.etree import ElementTree

import pytest

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
