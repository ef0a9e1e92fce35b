"""A recommended page: shown as in lists, and only while everybody may read it."""

import pytest
from wagtail.models import PageViewRestriction

from news.models import ArticlePage
from tests.factories import pages

pytestmark = pytest.mark.django_db
TITLE = "Haustürgespräche in Musterhausen"


@pytest.fixture
def recommended() -> ArticlePage:
    return pages.article(title=TITLE)


def shown(client, recommended) -> bool:
    """Whether an article that recommends the page names it below its text."""
    value = {"type": "recommendation", "value": {"title": "Zum Weiterlesen", "page": recommended.pk}}
    reading = pages.article(title="Auftakt", body=[value])
    return TITLE in client.get(reading.url).content.decode().partition("Zum Weiterlesen")[2]


def test_a_page_that_everybody_may_read(client, recommended):
    assert shown(client, recommended)


def test_not_a_draft(client, recommended):
    ArticlePage.objects.filter(pk=recommended.pk).update(live=False)
    assert not shown(client, recommended)


def test_not_a_page_for_some(client, recommended):
    PageViewRestriction.objects.create(page=recommended, restriction_type=PageViewRestriction.LOGIN)
    assert not shown(client, recommended)


def test_a_page_that_is_gone_leaves_no_trace(client, recommended):
    key = recommended.pk
    recommended.delete()
    recommended.pk = key
    assert not shown(client, recommended)
