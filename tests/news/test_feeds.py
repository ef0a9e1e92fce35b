"""Feeds: the newest readable news below a page, as valid XML with absolute addresses."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from home.bodies.models import Body
from tests.factories import pages

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def base(settings):
    settings.BASE_URL = "https://www.example.org"


@pytest.fixture
def article(db):
    page = pages.article(
        title="Brücken & <Wege>",
        slug="bruecken",
        lead="Worum es geht.",
        owner_body=Body.objects.create(name="Akademie"),
        display_date=datetime(2018, 2, 5, 9, tzinfo=UTC),
    )
    page.subjects.add(pages.subject("Integration"))
    page.save_revision().publish(skip_permission_checks=True)
    return page


def atom(client, address="/aktuelles/feed.atom"):
    response = client.get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def entries(feed) -> list[str]:
    return [title.text for title in feed.findall("a:entry/a:title", ATOM)]


def test_an_atom_entry_says_everything(client, article):
    feed = atom(client)
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == "https://www.example.org/aktuelles/feed.atom"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.find("a:title", ATOM).text == "Brücken & <Wege>"
    assert entry.find("a:link", ATOM).get("href") == "https://www.example.org/aktuelles/bruecken/"
    assert entry.find("a:id", ATOM).text == f"https://www.example.org/a/{article.pk}/"
    assert entry.find("a:summary", ATOM).text == "Worum es geht."
    assert entry.find("a:author/a:name", ATOM).text == "Akademie"
    assert entry.find("a:category", ATOM).get("term") == "Integration"
    assert entry.find("a:published", ATOM).text == "2018-02-05T09:00:00+00:00"
    assert entry.find("a:updated", ATOM).text > "2025"


def test_rss_says_the_same(client, article):
    response = client.get("/aktuelles/feed.rss")
    assert response["Content-Type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(response.content).find("channel")
    assert channel.find("item/link").text == "https://www.example.org/aktuelles/bruecken/"
    assert channel.find("item/guid").text == f"https://www.example.org/a/{article.pk}/"


def test_only_what_everybody_may_read(client, article):
    pages.draft_article(title="Entwurf")
    assert entries(atom(client)) == ["Brücken & <Wege>"]
    article.unpublish()
    assert entries(atom(client)) == []


def test_a_restricted_section_has_no_feed(client, article):
    article.get_parent().view_restrictions.create(restriction_type="login")
    assert client.get("/aktuelles/feed.atom").status_code == 404
    assert entries(atom(client, "/feed.atom")) == []


def test_newest_first_and_thirty_at_most(client):
    for day in range(1, 32):
        pages.article(title=f"Tag {day}", display_date=datetime(2020, 1, day, tzinfo=UTC))
    found = entries(atom(client))
    assert (len(found), found[0], found[-1]) == (30, "Tag 31", "Tag 2")


def test_sections_and_the_start_page_have_feeds_of_all_below(client, article):
    section = pages.section(slug="felder", title="Felder")
    assert entries(atom(client, "/feed.atom")) == ["Brücken & <Wege>"]
    assert entries(atom(client, "/felder/feed.atom")) == []
    pages.news_index().move(section, "last-child")
    assert entries(atom(client, "/felder/feed.atom")) == ["Brücken & <Wege>"]
    assert entries(atom(client, "/felder/aktuelles/feed.atom")) == ["Brücken & <Wege>"]


def test_by_subject(client, article):
    pages.article(title="Ohne Thema")
    feed = atom(client, "/aktuelles/feed.atom?thema=integration")
    assert entries(feed) == ["Brücken & <Wege>"]
    assert feed.find("a:title", ATOM).text.startswith("Aktuelles: Integration")


@pytest.mark.parametrize(
    "address",
    ["/nirgends/feed.atom", "/aktuelles/feed.json", "/aktuelles/bruecken/feed.atom", "/aktuelles/feed.atom?thema=nix"],
)
def test_there_is_no_feed_elsewhere(client, article, address):
    assert client.get(address).status_code == 404


def test_a_reader_that_has_it_already_gets_304(client, article):
    first = client.get("/aktuelles/feed.atom")
    assert first["Last-Modified"]
    again = client.get("/aktuelles/feed.atom", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    article.unpublish()
    assert client.get("/aktuelles/feed.atom", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def test_an_empty_feed_stands_still_too(client):
    pages.news_index()
    assert client.get("/aktuelles/feed.atom")["ETag"] == client.get("/aktuelles/feed.atom")["ETag"]


def test_characters_that_xml_forbids_are_left_out(client):
    page = pages.article(title="Sauber")
    type(page).objects.filter(pk=page.pk).update(title="Sau\x0bber", lead="\x01Text")
    assert entries(atom(client)) == ["Sauber"]


def test_the_number_of_queries_does_not_grow(client, article, django_assert_num_queries):
    client.get("/aktuelles/feed.atom")
    with django_assert_num_queries(6) as few:
        client.get("/aktuelles/feed.atom")
    for number in range(5):
        pages.article(title=f"Noch eine {number}", owner_body=article.owner_body)
    with django_assert_num_queries(len(few)):
        client.get("/aktuelles/feed.atom")
