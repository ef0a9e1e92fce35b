"""Articles about the same under an article: always as they are now, in one question."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import upkeep
from search.related import related
from tests.design.site_under_test import municipality
from tests.factories import pages

pytestmark = pytest.mark.django_db


def titles(page):
    return [found.title for found in related(page)]


@pytest.fixture
def concert():
    return pages.article(title="Hafenkonzert der Blaskapelle", slug="hafenkonzert")


def test_articles_that_share_telling_words_are_found_whichever_came_first(concert):
    later = pages.article(title="Blaskapelle sucht Nachwuchs")
    pages.article(title="Ganz anderes Thema")
    assert titles(concert) == ["Blaskapelle sucht Nachwuchs"]
    assert titles(later) == ["Hafenkonzert der Blaskapelle"]


def test_who_shares_more_and_rarer_words_comes_first(concert):
    for number in range(6):
        pages.article(title=f"Konzert {number}")
    pages.article(title="Blaskapelle am Hafen")
    assert titles(concert)[0] == "Blaskapelle am Hafen"
    assert len(titles(concert)) == 4


def test_a_rebuild_finds_the_same(concert):
    pages.article(title="Blaskapelle sucht Nachwuchs")
    upkeep.rebuild()
    assert titles(concert) == ["Blaskapelle sucht Nachwuchs"]


def test_a_changed_title_counts_at_once(concert):
    other = pages.article(title="Blaskapelle sucht Nachwuchs")
    other.title = "Ein Chor sucht Nachwuchs"
    other.save_revision().publish(skip_permission_checks=True)
    assert titles(concert) == []


def test_only_articles_are_offered(concert):
    pages.information(title="Die Blaskapelle")
    assert titles(concert) == []


def test_it_takes_two_questions_however_many_there_are(concert):
    for number in range(9):
        pages.article(title=f"Blaskapelle {number}")
    with CaptureQueriesContext(connection) as queries:
        assert len(related(concert)) == 4
    assert len(queries) == 2


def case_study(**fields):
    return pages.case_study(municipality=municipality(), **fields)


@pytest.mark.parametrize("make", [pages.article, case_study])
def test_readers_see_it_under_the_article(client, concert, make):
    page = make(title="Blaskapelle sucht Nachwuchs")
    found = client.get(page.url).content.decode()
    assert "Das könnte Sie auch interessieren" in found
    assert f'<a href="{concert.url}">{concert.title}</a>' in found
    assert "Das könnte" not in client.get(pages.article(title="Einzelgänger").url).content.decode()
