"""robots.txt, security.txt and the sitemap."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Site

from home.models import SiteIdentity
from tests.factories import pages

pytestmark = pytest.mark.django_db
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(autouse=True)
def base(settings):
    settings.BASE_URL = "https://www.example.org"


def addresses(client, address="/sitemap.xml") -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    return [found.text for found in ElementTree.fromstring(response.content).iterfind(".//s:loc", NAMESPACE)]


def test_robots_stay_out_of_desk_and_results(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /admin/", "Disallow: /suche/"} < set(lines)
    assert "Sitemap: https://www.example.org/sitemap.xml" in lines


def test_whom_to_tell_about_a_weakness(client):
    identity = SiteIdentity.for_site(Site.objects.get())
    identity.security_email = "sicherheit@example.org"
    identity.save()
    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "mailto:sicherheit@example.org"
    assert fields["Canonical"] == "https://www.example.org/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)


def test_without_an_own_address_the_sites_sender_answers(client, settings):
    settings.DEFAULT_FROM_EMAIL = "post@example.org"
    assert "Contact: mailto:post@example.org" in client.get("/.well-known/security.txt").content.decode()


def test_the_map_shows_readable_pages_at_the_configured_host(client):
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


def test_a_large_site_gets_an_index_of_maps(client, monkeypatch):
    monkeypatch.setattr("aushang.discovery.ReadablePages.limit", 2)
    pages.article(slug="offen")
    assert addresses(client) == [f"https://www.example.org/sitemap.xml?p={number}" for number in (1, 2)]
    assert addresses(client, "/sitemap.xml?p=2") == ["https://www.example.org/aktuelles/offen/"]
    assert client.get("/sitemap.xml?p=3").status_code == 404
    assert client.get("/sitemap.xml?p=x").status_code == 404


def test_the_price_of_the_map_does_not_grow(client, django_assert_num_queries):
    pages.article()
    client.get("/sitemap.xml")
    with django_assert_num_queries(4):
        client.get("/sitemap.xml")
    pages.article()
    with django_assert_num_queries(4):
        client.get("/sitemap.xml")
