"""Editors may write ä, ö, ü and ß into an address: everything that hangs on it answers all the same."""

import re

import pytest

from programs.models import ProgramPage
from tests.design.site_under_test import municipality
from tests.factories import pages
from tests.search.conftest import at_once, nothing_remembered  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    """A page of each kind whose address has umlauts, and which holds or leads to others."""
    section = pages.section(title="Öffentlichkeit", slug="öffentlichkeit")
    index = pages.live(type(pages.news_index()), section, title="Größeres", slug="größeres")
    return {
        "section": section,
        "news index": index,
        "article": pages.live(pages.ArticlePage, index, title="Nächste Runde", slug="nächste-runde", body=pages.TEXT),
        "information": pages.information(section, title="Über uns", slug="über-uns"),
        "programme": pages.live(ProgramPage, pages.program_index(), title="Brücke", slug="brücke", body=pages.TEXT),
        "case study": pages.case_study(
            title="Straße", slug="straße", municipality=municipality("Öhringen", "089990001002")
        ),
        "event": pages.event(title="Gespräch", slug="gespräch"),
    }


def own_addresses(page: str) -> set[str]:
    """Links and sources of a page that lead to this site."""
    found = re.findall(r'(?:href|src|action)="(?:http://(?:localhost|testserver)[^/"]*)?(/[^"#]*)"', page)
    return {address.replace("&amp;", "&") for address in found if not address.startswith(("/static/", "/media/"))}


@pytest.mark.parametrize(
    "kind", ["section", "news index", "article", "information", "programme", "case study", "event"]
)
def test_the_page_and_every_link_on_it_answer(places, client, kind):
    response = client.get(places[kind].url)
    assert response.status_code == 200
    for address in own_addresses(response.content.decode()):
        assert client.get(address).status_code in (200, 301, 302), address


def test_it_is_found_and_its_feed_names_it(places, client):
    hits = client.get("/suche/", {"q": "Nächste Runde", "format": "json"}).json()["results"]
    assert client.get(hits[0]["url"]).status_code == 200
    feed = client.get(f"{places['section'].url}feed.atom")
    assert feed.status_code == 200
    assert "Nächste Runde" in feed.content.decode()


def test_its_short_address_leads_there(places, client):
    answer = client.get(f"/a/{places['article'].pk}/")
    assert answer.status_code == 301
    assert client.get(answer["Location"]).status_code == 200
