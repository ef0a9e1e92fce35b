"""Which site a request is for: the same that Wagtail would choose, found together with its settings in one query."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from home.models import SiteIdentity
from home.page.site_settings import site_of
from tests.factories import pages

pytestmark = pytest.mark.django_db
SITES = {
    "one": [("a.example", 80, True)],
    "no default": [("a.example", 80, False), ("b.example", 80, False)],
    "two ports": [("a.example", 80, True), ("a.example", 8000, False)],
    "other ports": [("a.example", 81, False), ("a.example", 82, False), ("b.example", 80, True)],
    "two hosts": [("a.example", 80, False), ("b.example", 80, True)],
}


def asked(host: str, port: str):
    return RequestFactory().get("/", SERVER_NAME=host, SERVER_PORT=port)


@pytest.mark.parametrize("sites", SITES)
@pytest.mark.parametrize("host", ["a.example", "b.example", "c.example"])
@pytest.mark.parametrize("port", ["80", "8000"])
def test_it_is_the_one_that_wagtail_chooses(sites, host, port):
    root = pages.home_page()
    Site.objects.all().delete()
    for name, number, is_default in SITES[sites]:
        Site.objects.create(hostname=name, port=number, is_default_site=is_default, root_page=root)
    assert site_of(asked(host, port)) == Site.find_for_request(asked(host, port))


def test_site_settings_and_addresses_need_one_query():
    article = pages.article()
    SiteIdentity.objects.update_or_create(site=Site.objects.get(), defaults={"claim": "Was Kommunen bewegt"})
    request = asked("a.example", "80")
    with CaptureQueriesContext(connection) as queries:
        assert SiteIdentity.for_request(request).claim == "Was Kommunen bewegt"
        assert Site.find_for_request(request) == site_of(request)
        assert article.get_url(request) == "/aktuelles/" + article.slug + "/"
    assert len(queries) == 1


def test_addresses_are_those_that_wagtail_writes(django_assert_num_queries):
    Site.objects.create(hostname="b.example", port=443, root_page=pages.section())
    Site.clear_site_root_paths_cache()
    known = Site.get_site_root_paths()
    Site.clear_site_root_paths_cache()
    site_of(asked("a.example", "80"))
    with django_assert_num_queries(0):
        assert Site.get_site_root_paths() == known
