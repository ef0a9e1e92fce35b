"""No page needs more than fifteen queries while nothing is cached, whatever it shows."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.design.site_under_test import NEXT, SINCE, every_type, municipality, page_types
from tests.factories import case_studies, pages
from tests.factories.media import picture

pytestmark = pytest.mark.django_db
MOST = 15


def crowded() -> dict[str, object]:
    """The site with one page of each type, and several of what pages list of each other."""
    found = every_type()
    program, edition, event = found["ProgramPage"], found["EditionPage"], found["EventPage"]
    for number in range(3):
        town = municipality(f"Ort {number}", f"08999000200{number}")
        shown = {"lead": "Kurz.", "lead_image": picture(f"Bild {number}"), "display_date": SINCE}
        subjects = [pages.subject(), pages.subject("Beteiligung")]
        article = {"program": program, "edition": edition, "events": [event], "municipalities": [town, municipality()]}
        pages.article(subjects=subjects, **article, **shown)
        details = shown | case_studies.everything()
        pages.case_study(municipality=town, program=program, subjects=subjects, **details)
        pages.event(starts_at=NEXT if number else SINCE, edition=edition, program=program, municipality=town, **shown)
        pages.edition(program, deadline_on=NEXT.date(), **shown)
    return found


def addresses() -> Iterator[tuple[str, str]]:
    """Every type of page, and what is no page."""
    found = crowded()
    yield from ((name, page.url) for name, page in found.items())
    study, article = found["CaseStudyPage"].url, found["ArticlePage"].url
    yield from {
        "year of the archive": "/aktuelles/2018/",
        "news on a subject": "/aktuelles/?thema=integration&jahr=2018",
        "open calls": "/programme/offen/",
        "open calls as JSON": "/programme/offen.json",
        "open calls as Atom": "/programme/offen.atom",
        "four facets": "/praxisbeispiele/?thema=integration&phase=running&groesse=unter-5000&zielgruppe=familien",
        "municipalities": "/kommunen/",
        "municipality": "/kommunen/musterstadt/",
        "municipalities by name": "/kommunen/?q=ort",
        "subject": "/themen/integration/",
        "question": f"{study}nachfragen/",
        "share targets": f"{article}teilen/",
        "reading list": "/merkliste/",
        "search": "/suche/?q=Gespräche",
    }.items()


def needed(client: Client, path: str) -> list[str]:
    """The queries of an address of which nothing is cached."""
    assert client.get(path).status_code == 200, path
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return [query["sql"][:160] for query in queries]


def test_no_page_needs_more_than_fifteen_queries(client):
    found = {name: needed(client, path) for name, path in addresses()}
    assert {model.__name__ for model in page_types()} <= set(found)
    assert {name: queries for name, queries in found.items() if len(queries) > MOST} == {}
