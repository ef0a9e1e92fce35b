"""The sitemap: everything that is worth finding, at the configured host."""

from xml.etree import ElementTree

import pytest
from django.utils import timezone

from home.bodies.models import Municipality
from tests.factories import pages

pytestmark = pytest.mark.django_db
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(autouse=True)
def base(settings):
    settings.BASE_URL = "https://www.example.org"


def town(name: str, ars: str) -> Municipality:
    return Municipality.objects.create(name=name, slug=name.lower(), ars=ars)


def addresses(client, address="/sitemap.xml") -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    return [found.text for found in ElementTree.fromstring(response.content).iterfind(".//s:loc", NAMESPACE)]


def test_the_map_shows_readable_pages_at_the_configured_host(client, bare_site):
    pages.article(slug="offen")
    pages.draft_article(slug="entwurf")
    hidden = pages.section(slug="intern")
    hidden.view_restrictions.create(restriction_type="login")
    assert addresses(client) == [
        "https://www.example.org/",
        "https://www.example.org/aktuelles/",
        "https://www.example.org/aktuelles/offen/",
    ]


def test_the_map_says_when_a_page_changed(client):
    article = pages.article()
    content = client.get("/sitemap.xml").content.decode()
    assert f"<lastmod>{timezone.localdate(article.last_published_at).isoformat()}" in content


def test_a_large_site_gets_an_index_of_maps(client, bare_site, monkeypatch):
    monkeypatch.setattr("aushang.sitemaps.ReadablePages.limit", 2)
    pages.article(slug="offen", subjects=[pages.subject()])
    parts = ["seiten&p=1", "seiten&p=2", "kommunen&p=1", "themen&p=1"]
    assert addresses(client) == [f"https://www.example.org/sitemap.xml?teil={part}" for part in parts]
    assert addresses(client, "/sitemap.xml?teil=seiten&p=2") == ["https://www.example.org/aktuelles/offen/"]
    assert addresses(client, "/sitemap.xml?teil=themen&p=1") == ["https://www.example.org/themen/integration/"]
    for nothing in ("p=3", "p=x", "teil=nichts&p=1"):
        assert client.get(f"/sitemap.xml?{nothing}").status_code == 404


def test_the_map_knows_municipalities_and_subjects_with_something_on_their_page(client):
    written = town("Musterstadt", "089990001001")
    town("Leerdorf", "089990001002")
    town("Entwurfen", "089990001003")
    pages.subject("Leeres")
    pages.article(municipalities=[written], subjects=[pages.subject()])
    pages.draft_article(municipalities=[Municipality.objects.get(slug="entwurfen")], subjects=[pages.subject("Geheim")])
    found = addresses(client)
    assert [address for address in found if "/kommunen/" in address] == [
        "https://www.example.org/kommunen/musterstadt/"
    ]
    assert [address for address in found if "/themen/" in address] == ["https://www.example.org/themen/integration/"]


def test_the_price_of_the_map_does_not_grow(client, django_assert_num_queries):
    pages.article()
    client.get("/sitemap.xml")
    with django_assert_num_queries(6):
        client.get("/sitemap.xml")
    pages.article()
    with django_assert_num_queries(6):
        client.get("/sitemap.xml")
