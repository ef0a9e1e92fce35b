"""Articles about the same as an article, at a bounded price."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.related import related
from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_articles_about_the_same_are_found_and_remembered_for_a_while():
    article = pages.article(title="Hafenkonzert der Blaskapelle")
    same = pages.article(title="Blaskapelle sucht Nachwuchs")
    pages.article(title="Ganz anderes Thema")
    with CaptureQueriesContext(connection) as first:
        assert [page.pk for page in related(article)] == [same.pk]
    with CaptureQueriesContext(connection) as again:
        assert [page.pk for page in related(article)] == [same.pk]
    assert len(first) <= 10
    assert len(again) <= 2
