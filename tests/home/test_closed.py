"""What is closed to some readers: asked once a request, and never remembered beyond a change."""

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

from home.page.models import BasePage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_goes_on():
    """Between the beginning and the end of a request."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    request_started.send(sender=None)
    yield
    request_finished.send(sender=None)
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def test_a_request_asks_once(request_goes_on):
    article = pages.article()
    BasePage.objects.readable().exists()
    with CaptureQueriesContext(connection) as queries:
        BasePage.objects.readable().exists()
        assert not article.get_view_restrictions()
    assert not [query for query in queries if "restriction" in query["sql"]]


def test_a_new_restriction_counts_within_the_same_request(request_goes_on):
    article = pages.article()
    assert BasePage.objects.readable().filter(pk=article.pk).exists()
    restriction = article.get_parent().view_restrictions.create(restriction_type="login")
    assert not BasePage.objects.readable().filter(pk=article.pk).exists()
    assert list(article.get_view_restrictions()) == [restriction]
    restriction.delete()
    assert BasePage.objects.readable().filter(pk=article.pk).exists()


def test_outside_of_requests_nothing_is_kept():
    article = pages.article()
    assert BasePage.objects.readable().filter(pk=article.pk).exists()
    restrictions = article.view_restrictions.model.objects
    restrictions.bulk_create([restrictions.model(page=article.get_parent(), restriction_type="login")])
    assert not BasePage.objects.readable().filter(pk=article.pk).exists()


def test_an_alias_of_a_closed_page_is_closed_too(client):
    article = pages.article(title="Vertraulich", slug="vertraulich")
    article.view_restrictions.create(restriction_type="login")
    alias = article.create_alias(update_slug="spiegel", parent=article.get_parent())
    assert not BasePage.objects.readable().filter(pk=alias.pk).exists()
    assert client.get(alias.url).status_code == 302


def test_a_page_moved_below_a_closed_one_is_closed_too():
    section = pages.section(title="Intern", slug="intern")
    section.view_restrictions.create(restriction_type="login")
    other = pages.section(title="Offen", slug="offen")
    assert BasePage.objects.readable().filter(pk=other.pk).exists()
    other.move(section, "last-child")
    assert not BasePage.objects.readable().filter(pk=other.pk).exists()
