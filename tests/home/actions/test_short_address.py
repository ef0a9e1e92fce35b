"""The short address: leads to where the page is now, and says nothing about pages that are not there for all."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import pages

pytestmark = pytest.mark.django_db


def visit(client, page):
    """What the short address answers."""
    return client.get(f"/a/{page.pk}/")


def test_it_leads_to_the_page(client):
    page = pages.article()
    response = visit(client, page)
    assert (response.status_code, response["Location"]) == (301, page.url)


def test_it_survives_a_move_and_is_not_kept_for_long(client):
    page, elsewhere = pages.article(), pages.section()
    page.move(elsewhere, pos="last-child")
    response = visit(client, page)
    assert response["Location"] == type(page).objects.get(pk=page.pk).url
    assert response["Cache-Control"] == "max-age=300"


def test_every_live_page_has_one(client):
    assert visit(client, pages.information()).status_code == 301
    assert visit(client, pages.home_page())["Location"] == "/"


def test_drafts_and_withdrawn_pages_have_none(client):
    page = pages.article()
    page.unpublish()
    assert visit(client, page).status_code == 404
    assert visit(client, pages.draft_article()).status_code == 404


def test_private_pages_have_none(client):
    page = pages.article()
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert visit(client, page).status_code == 404


@pytest.mark.parametrize("number", ["0", "1", "999999", "9" * 40])
def test_numbers_without_a_page_are_not_found(client, number):
    assert client.get(f"/a/{number}/").status_code == 404


def test_it_says_so_in_a_sentence(client):
    assert "Unter dieser Kurzadresse gibt es keine Seite" in client.get("/a/999999/").content.decode()
