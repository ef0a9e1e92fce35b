"""Sharing in the Fediverse leads to the server the reader named, with our own address, and nowhere else."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.forms import ValidationError
from django.test import Client
from wagtail.models import Site

from home.actions.fediverse import server_name
from home.actions.models import ActionSettings
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("example.social", "example.social"),
        (" Example.Social/ ", "example.social"),
        ("https://example.social/", "example.social"),
        ("@ada@example.social", "example.social"),
        ("ada@example.social", "example.social"),
        ("bücher.example", "xn--bcher-kva.example"),
    ],
)
def test_a_server_is_understood_however_it_is_written(typed, host):
    assert server_name(typed) == host


BAD = [
    "",
    "example",
    "localhost",
    "127.0.0.1",
    "[::1]",
    "2130706433",
    "example.social:8443",
    "example.social/share",
    "example.social?x=1",
    "example.social#x",
    "http://example.social",
    "//example.social",
    "https://user:pass@example.social",
    "javascript:alert(1)",
    "example.social\\@evil.example",
    "example.social\r\nX: y",
    "-example.social",
    "drucker.local",
    "a." * 130 + "social",
    "exa mple.social",
]


@pytest.mark.parametrize("typed", BAD)
def test_everything_else_is_refused(typed):
    with pytest.raises(ValidationError):
        server_name(typed)


@pytest.mark.parametrize("typed", BAD)
def test_a_refusal_is_a_sentence_and_no_redirect(client, typed):
    response = client.post(pages.article().url + "teilen/fediverse/", {"server": typed})
    assert response.status_code == 422
    assert "Server" in response.content.decode()


def test_the_form_leads_to_the_server_with_our_address(client):
    page = pages.article(title="Größe & Maß")
    response = client.post(page.url + "teilen/fediverse/", {"server": "example.social"})
    target = urlsplit(response["Location"])
    assert response.status_code == 303
    assert (target.scheme, target.netloc, target.path) == ("https", "example.social", "/share")
    assert parse_qs(target.query) == {"text": [f"Größe & Maß {page.canonical_url()}"]}
    assert response["Referrer-Policy"] == "no-referrer"


def test_a_link_from_elsewhere_leads_nowhere(client):
    page = pages.article()
    response = client.get(page.url + "teilen/fediverse/?server=evil.example&url=https://evil.example/")
    assert response.status_code == 200
    assert "evil.example" not in response.content.decode()


def test_a_form_from_elsewhere_is_refused():
    client = Client(enforce_csrf_checks=True)
    response = client.post(pages.article().url + "teilen/fediverse/", {"server": "evil.example"})
    assert response.status_code == 403


def test_only_this_page_may_lead_elsewhere(client):
    page = pages.article()
    policies = [client.get(page.url + end)["Content-Security-Policy"] for end in ("teilen/fediverse/", "teilen/")]
    assert "form-action 'self' https:" in policies[0]
    assert "form-action 'self';" in policies[1] + ";"


def test_articles_name_their_author_in_the_fediverse(client):
    page = pages.article()
    assert "fediverse:creator" not in client.get(page.url).content.decode()
    ActionSettings.objects.create(site=Site.objects.get(), fediverse_creator="@amt@example.social")
    assert '<meta name="fediverse:creator" content="@amt@example.social">' in client.get(page.url).content.decode()
