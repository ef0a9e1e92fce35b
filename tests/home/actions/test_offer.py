"""Which pages offer which actions, and how the bar looks to a program."""

import re

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from home.actions.base import actions, offered
from home.actions.pdf import engine
from home.actions.templatetags.actions import article_actions
from news.models import ArticlePage
from tests.factories import pages

pytestmark = pytest.mark.django_db

LABELS = ["Artikel als PDF speichern", "Per E-Mail versenden", "Teilen", "Drucken"]


@pytest.fixture(autouse=True)
def with_pango(monkeypatch):
    """As on a machine that can typeset."""
    monkeypatch.setattr(engine, "available", lambda: True)


def bar(client, page) -> str:
    """The region of the actions on the page."""
    html = client.get(page.url).content.decode()
    return re.search(r'<section class="article-actions".*?</section>', html, re.S)[0]


@pytest.mark.parametrize("make", [pages.article, pages.program])
def test_articles_offer_all_four_in_the_editors_order(client, make):
    text = bar(client, make())
    assert [label for label in LABELS if label in text] == LABELS
    assert [text.index(label) for label in LABELS] == sorted(text.index(label) for label in LABELS)


@pytest.mark.parametrize("make", [pages.section, pages.information, pages.news_index, pages.home_page])
def test_other_pages_offer_none(client, make):
    page = make()
    assert list(offered(page)) == []
    assert "article-actions" not in client.get(page.url).content.decode()


def test_without_pango_the_pdf_is_not_offered(client, monkeypatch):
    monkeypatch.setattr(engine, "available", lambda: False)
    text = bar(client, pages.article())
    assert [label for label in LABELS if label in text] == LABELS[1:]


def test_the_bar_is_one_region_with_a_name(client):
    html = client.get(pages.article().url).content.decode()
    assert html.count('aria-labelledby="article-actions-title"') == html.count('id="article-actions-title"') == 1


def test_every_action_has_a_drawing_that_screen_readers_pass_over(client):
    text = bar(client, pages.article())
    drawings = re.findall(r"<svg[^>]*>", text)
    assert len(drawings) >= len(LABELS)
    assert all('aria-hidden="true"' in drawing for drawing in drawings)


def test_nothing_is_styled_or_scripted_inline(client):
    html = client.get(pages.article().url).content.decode()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)(?![^>]*ld\+json)", html)


def test_the_print_button_waits_for_its_script(client):
    assert re.search(r'<button[^>]*type="button"\s+hidden\s+data-print', bar(client, pages.article()))


def test_paper_says_where_it_came_from(client):
    page = pages.article()
    html = client.get(page.url).content.decode()
    source = html[html.index('class="paper-source"') :]
    assert page.short_url in source
    assert page.canonical_url() in source
    assert f'alt="QR-Code, führt zu {page.short_url}"' in source


def test_a_first_preview_has_no_address_and_no_actions():
    assert article_actions({"request": RequestFactory().get("/")}, ArticlePage(title="Neu")) == {}


def test_the_bar_asks_the_database_for_its_settings_only(django_assert_max_num_queries):
    page, request = pages.article(), RequestFactory().get("/")
    page.get_url(request)
    Site.find_for_request(request)
    with django_assert_max_num_queries(1):
        article_actions({"request": request}, page)


def test_the_editors_choose_and_order(settings):
    settings.AUSHANG_ARTICLE_ACTIONS = ["home.actions.printout.Print", "home.actions.mail.SendMail"]
    actions.cache_clear()
    try:
        assert [action.key for action in actions()] == ["print", "mail"]
    finally:
        actions.cache_clear()
