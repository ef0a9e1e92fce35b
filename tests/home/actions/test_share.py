"""Sharing: plain links that tell nobody anything before the click."""

import re

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction, Site

from home.actions.models import ActionSettings
from home.actions.share_targets import KNOWN, TargetBlock, share_link
from tests.factories import pages

pytestmark = pytest.mark.django_db

URL = "https://www.example.org/a b/"


@pytest.mark.parametrize("target", KNOWN, ids=lambda target: target[0])
def test_a_target_gets_the_address_encoded(target):
    link = share_link(target[1], "Größe & Maß", URL)
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
    assert [name for name, _address, _icon, shown in KNOWN if f"<span>{name}</span>" in own and shown] == [
        "WhatsApp",
        "Threema",
        "Bluesky",
        "LinkedIn",
    ]
    assert "Facebook" not in own
    assert f'href="{page.url}teilen/fediverse/"' in own


def test_editors_choose_the_targets(client):
    page = pages.article()
    chosen = {"name": "Amtsblatt", "address": "https://amt.example/teilen?u={url}", "icon": "network", "shown": True}
    kept = ActionSettings(site=Site.objects.get(), share_targets=[("target", chosen)])
    kept.save()
    own = client.get(page.url + "teilen/").content.decode()
    assert 'href="https://amt.example/teilen?u=http%3A%2F%2F' in own
    assert "WhatsApp" not in own


@pytest.mark.parametrize(
    "address",
    [
        "http://amt.example/?u={url}",
        "javascript:alert('{url}')",
        "https://amt.example/",
        "https://amt.example/?u={url}&v={user}",
        "https://amt.example/?u={0.__class__}",
        'https://amt.example/"onclick="{url}',
    ],
)
def test_an_address_that_is_no_share_address_is_refused(address):
    value = TargetBlock().to_python({"name": "x", "address": address, "icon": "network", "shown": True})
    with pytest.raises(ValidationError):
        TargetBlock().clean(value)


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
