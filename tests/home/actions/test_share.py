"""Sharing: plain links that tell nobody anything before the click."""

import re

import pytest
from wagtail.models import PageViewRestriction

from home.actions.share_targets import SHARE_TARGETS
from tests.factories import pages

pytestmark = pytest.mark.django_db

URL = "https://www.example.org/a b/"


@pytest.mark.parametrize("target", SHARE_TARGETS, ids=lambda target: target.key)
def test_a_target_gets_the_address_encoded(target):
    link = target.link("Größe & Maß", URL)
    assert link.startswith("https://")
    assert "https%3A%2F%2Fwww.example.org%2Fa%20b%2F" in link
    assert not re.search(r"[\s{}]", link)


def test_links_to_others_open_nothing_and_tell_nothing(client):
    html = client.get(pages.article().url).content.decode()
    links = [tag for tag in re.findall(r"<a [^>]*>", html) if "wa.me" in tag or "bsky.app" in tag]
    assert len(links) == 2
    for tag in links:
        assert 'rel="noopener noreferrer external"' in tag
        assert 'referrerpolicy="no-referrer"' in tag


def test_the_panel_works_without_script_and_the_page_too(client):
    page = pages.article(title="Bericht")
    html = client.get(page.url).content.decode()
    assert '<details class="share"' in html
    assert f'href="{page.url}teilen/"' in html
    response = client.get(page.url + "teilen/")
    own = response.content.decode()
    assert re.search(r"<title>\s*Teilen: Bericht\b", own)
    assert own.count("<h1>") == 1
    assert 'name="robots" content="noindex"' in own
    assert response["X-Robots-Tag"] == "noindex"
    assert all(f"<span>{target.label}</span>" in own for target in SHARE_TARGETS)


def test_a_title_with_markup_stays_text(client):
    page = pages.article(title='<script>"x"</script>')
    for url in (page.url, page.url + "teilen/"):
        assert '<script>"' not in client.get(url).content.decode()


@pytest.mark.parametrize("path", ["teilen/", "aktuelles/teilen/", "aktuelles/nichts/teilen/"])
def test_what_is_no_article_is_not_shared(client, path):
    pages.news_index()
    assert client.get(f"/{path}").status_code == 404


def test_drafts_and_private_pages_are_not_shared(client):
    draft, private = pages.draft_article(), pages.article()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert client.get(f"/aktuelles/{draft.slug}/teilen/").status_code == 404
    assert client.get(private.url + "teilen/").status_code == 302
