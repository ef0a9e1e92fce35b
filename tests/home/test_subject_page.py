"""The page of a subject: introduction, the newest of each kind, and a feed."""

from xml.etree import ElementTree

import pytest

from home.page.models import Subject
from home.page.vocabulary import kicker_of
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def subject() -> Subject:
    found = pages.subject("Integration")
    found.intro = "Wie Ankommen gelingt."
    found.save()
    return found


def about(page, subject) -> None:
    page.subjects.add(subject)
    page.save_revision().publish(skip_permission_checks=True)


def test_it_shows_the_newest_of_each_kind(client, subject):
    for page in (pages.article(title="Meldung"), pages.program(title="Programm")):
        about(page, subject)
    pages.article(title="Ohne Thema")
    text = client.get("/themen/integration/").content.decode()
    for words in ("Wie Ankommen gelingt.", "Meldung", "Programm", "/themen/integration/feed.atom"):
        assert words in text
    assert "Ohne Thema" not in text


def test_it_leads_to_the_rest(client, subject):
    for number in range(5):
        about(pages.article(title=f"Meldung {number}"), subject)
    text = client.get("/themen/integration/").content.decode()
    assert "Meldung 0" not in text
    assert "/aktuelles/?thema=integration" in text


def test_its_feed(client, subject):
    about(pages.article(title="Meldung"), subject)
    pages.article(title="Ohne Thema")
    feed = ElementTree.fromstring(client.get("/themen/integration/feed.atom").content)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert [found.text for found in feed.findall("a:entry/a:title", atom)] == ["Meldung"]
    assert feed.find("a:title", atom).text.startswith("Integration")
    assert feed.find("a:link[@rel='alternate']", atom).get("href").endswith("/themen/integration/")


def test_an_empty_one_says_so(client, subject):
    assert "Zu diesem Thema ist noch nichts erschienen." in client.get("/themen/integration/").content.decode()


@pytest.mark.parametrize("address", ["/themen/nix/", "/themen/nix/feed.atom", "/themen/"])
def test_there_is_nothing_else(client, subject, address):
    assert client.get(address).status_code == 404


def test_the_number_of_queries_does_not_grow(client, subject, django_assert_max_num_queries, django_assert_num_queries):
    about(pages.article(), subject)
    client.get("/themen/integration/")
    with django_assert_max_num_queries(40) as few:
        client.get("/themen/integration/")
    for _number in range(3):
        about(pages.article(), subject)
    with django_assert_num_queries(len(few)):
        client.get("/themen/integration/")


def test_a_kicker_keeps_to_forty_characters():
    names = ["Beteiligung", "Bürgerschaftliches Engagement", "Integration"]
    subjects = [Subject(name=name) for name in names]
    assert [found.name for found in kicker_of(subjects)] == ["Beteiligung"]
    assert [found.name for found in kicker_of([subjects[0], subjects[2]])] == ["Beteiligung", "Integration"]
    assert kicker_of([]) == []
