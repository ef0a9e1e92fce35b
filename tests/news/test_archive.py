"""The archive of the news: a lasting address for each year."""

from datetime import UTC, datetime

import pytest

from tests.design.site_under_test import parsed
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def articles():
    for year in (2017, 2018):
        pages.article(title=f"Aus {year}", slug=f"aus-{year}", display_date=datetime(year, 2, 5, 9, tzinfo=UTC))


def test_a_year_shows_its_news_and_says_its_own_address(client, settings):
    settings.BASE_URL = "https://www.example.org"
    response = client.get("/aktuelles/2018/")
    text = response.content.decode()
    assert "Aus 2018" in text
    assert "Aus 2017" not in text
    document = parsed(response)
    assert document.query("link[rel=canonical]")[0].attrs["href"] == "https://www.example.org/aktuelles/2018/"
    assert " ".join(document.query("h1")[0].to_text().split()) == "Aktuelles 2018"


def test_the_list_links_every_year(client):
    text = client.get("/aktuelles/").content.decode()
    for year in (2017, 2018):
        assert f'href="/aktuelles/{year}/"' in text


@pytest.mark.parametrize("address", ["/aktuelles/2016/", "/aktuelles/0099/", "/aktuelles/20181/", "/aktuelles/2018/x/"])
def test_there_is_nothing_else(client, address):
    assert client.get(address).status_code == 404


def test_a_year_narrowed_by_subject_leads_back_to_the_whole_list(client):
    page = pages.article(title="Mit Thema", display_date=datetime(2018, 3, 1, 9, tzinfo=UTC))
    page.subjects.add(pages.subject())
    page.save_revision().publish(skip_permission_checks=True)
    text = client.get("/aktuelles/2018/?thema=integration").content.decode()
    assert "Mit Thema" in text
    assert "Aus 2018" not in text
    assert 'action="/aktuelles/"' in text
    assert 'href="/aktuelles/?thema=integration"' in text
