"""Every type of page as a reader gets it: valid, with landmarks, one h1, a sound outline, nothing inline."""

import itertools
import re

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.design.site_under_test import NEXT, SINCE, every_type, municipality, page_types, parsed
from tests.factories import pages
from tests.factories.media import picture

pytestmark = pytest.mark.django_db
TYPES = [model.__name__ for model in page_types()]


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker, tmp_path_factory):
    """What a reader gets of each type; made once, for no test here changes anything."""
    with django_db_blocker.unblock(), own_files(tmp_path_factory.mktemp("media")), transaction.atomic():
        found = {name: Client().get(page.url) for name, page in every_type().items()}
        transaction.set_rollback(True)
    return found


def own_files(folder) -> override_settings:
    """Files of these pages lie in a folder of their own."""
    storages = dict(settings.STORAGES)
    for alias in ("default", "renditions"):
        options = storages[alias]["OPTIONS"] | {"location": str(folder / alias)}
        storages[alias] = storages[alias] | {"OPTIONS": options}
    return override_settings(STORAGES=storages)


@pytest.fixture(params=TYPES)
def answer(request, answers):
    """The answer to a reader who opens a page of this type."""
    return answers[request.param]


def test_is_there_and_its_markup_is_valid(answer):
    assert answer.status_code == 200
    parsed(answer)


def test_has_one_h1_and_its_landmarks(answer):
    document = parsed(answer)
    assert len(document.query("h1")) == 1
    for landmark in ("header.site-header", "nav", "main#inhalt", "footer", 'form[role="search"]'):
        assert document.query(landmark), landmark
    assert document.query("html")[0].attrs["lang"] == "de"


def test_never_skips_a_heading_level(answer):
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", answer.content.decode())]
    assert levels[0] == 1
    assert all(next_one <= level + 1 for level, next_one in itertools.pairwise(levels)), levels


def test_keeps_the_strict_content_policy(answer):
    document = parsed(answer)
    assert not document.query("[style]")
    assert not document.query("style")
    assert all("src" in script.attrs for script in document.query('script:not([type="application/ld+json"])'))


def test_has_no_id_twice(answer):
    ids = re.findall(r'\sid="([^"]+)"', answer.content.decode())
    assert sorted(ids) == sorted(set(ids))


def test_leads_to_the_duties_of_a_public_site(answer):
    links = [a.attrs["href"] for a in parsed(answer).query("footer a")]
    for duty in ("imprint", "privacy", "accessibility", "easy-language", "sign-language"):
        assert f"/pflicht-{duty}/" in links


def test_an_article_with_every_block_needs_at_most_fifteen_queries(client):
    url = every_type()["ArticlePage"].url
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    assert len(queries) <= 15, "\n".join(query["sql"][:160] for query in queries)


def test_the_stylesheet_is_linked_by_its_digest(client):
    every_type()
    address = parsed(client.get("/")).query('link[rel="stylesheet"]')[0].attrs["href"]
    assert address.startswith(reverse("stylesheet", args=["x"])[:9])
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("path", ["/", "/aktuelles/", "/praxisbeispiele/", "/programme/", "/termine/"])
def test_a_list_needs_no_more_queries_when_it_grows(client, path):
    every_type()
    client.get(path)
    with CaptureQueriesContext(connection) as few:
        client.get(path)
    for number in range(4):
        details = {"lead_image": picture(f"Bild {number}"), "display_date": SINCE}
        pages.article(subjects=[pages.subject(), pages.subject("Beteiligung")], **details)
        pages.case_study(municipality=municipality(f"Ort {number}", f"08999000200{number}"), **details)
        pages.program(lead_image=details["lead_image"])
        pages.event(starts_at=NEXT, lead_image=details["lead_image"])
    client.get(path)
    with CaptureQueriesContext(connection) as many:
        client.get(path)
    assert len(many) <= len(few), "\n".join(query["sql"][:200] for query in many)
