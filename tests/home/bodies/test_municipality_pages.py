"""The public page of a municipality: all there is about it, also after renames and mergers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.bodies.models import Municipality
from tests.design.site_under_test import parsed
from tests.factories import pages

pytestmark = pytest.mark.django_db


def town(name: str = "Musterstadt", slug: str = "musterstadt", ars: str = "082150000046", **fields) -> Municipality:
    return Municipality.objects.create(name=name, slug=slug, ars=ars, ags=ars[:5] + ars[9:], **fields)


def text_of(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    parsed(answer)
    return answer.content.decode()


def test_its_pages_fill_it_by_themselves(client):
    place = town()
    pages.case_study(title="Ein Platz für alle", municipality=place)
    pages.article(title="Die Stadt fragt", municipalities=[place])
    pages.case_study(title="Gemeinsam mit anderen", municipality=town("Anders", "anders", "082150000047"))
    text = text_of(client, "/kommunen/musterstadt/")
    assert "Ein Platz für alle" in text
    assert "Die Stadt fragt" in text
    assert "Gemeinsam mit anderen" not in text


def test_who_shared_in_a_project_shows_it_too(client):
    town()
    study = pages.case_study(title="Gemeinsam mit anderen", municipality=town("Anders", "anders", "082150000047"))
    study.further_municipalities.add(Municipality.objects.get(slug="musterstadt"))
    study.save()
    assert "Gemeinsam mit anderen" in text_of(client, "/kommunen/musterstadt/")


def test_drafts_are_not_shown(client):
    pages.draft(pages.CaseStudyPage, pages.case_study_index(), title="Geheim", municipality=town())
    assert "Geheim" not in text_of(client, "/kommunen/musterstadt/")


def test_facts_are_shown_and_machines_may_not_list_an_empty_page(client):
    town(county="Landkreis Karlsruhe", region="Karlsruhe", population=14_900)
    text = text_of(client, "/kommunen/musterstadt/")
    for fact in ("Landkreis Karlsruhe", "14.900", "082150000046"):
        assert fact in text
    assert '<meta name="robots" content="noindex">' in text


@pytest.mark.parametrize("key", ["082150000046", "08215046"])
def test_its_official_keys_are_addresses_too(client, key):
    town()
    answer = client.get(f"/kommunen/{key}/")
    assert (answer.status_code, answer.url) == (301, "/kommunen/musterstadt/")


def test_a_merged_one_leads_to_its_successor_which_shows_its_pages(client):
    old = town("Altdorf", "altdorf", "082150000047", valid_to="2024-12-31", successor=town())
    pages.case_study(title="Was Altdorf tat", municipality=old)
    answer = client.get("/kommunen/altdorf/")
    assert (answer.status_code, answer.url) == (301, "/kommunen/musterstadt/")
    assert "Was Altdorf tat" in text_of(client, answer.url)


def test_successors_in_a_circle_do_not_hang(client):
    one, other = town(), town("Anders", "anders", "082150000047")
    Municipality.objects.filter(pk=one.pk).update(successor=other)
    Municipality.objects.filter(pk=other.pk).update(successor=one)
    assert client.get("/kommunen/musterstadt/").status_code in {200, 301}


def test_one_that_is_gone_keeps_its_page_and_says_so(client):
    town(valid_to="2024-12-31")
    assert "31. Dezember 2024" in text_of(client, "/kommunen/musterstadt/")


def test_a_county_shows_what_happens_in_it(client):
    town("Landkreis Karlsruhe", "landkreis-karlsruhe", "082150000000", status="county")
    pages.case_study(title="Ein Platz für alle", municipality=town())
    assert "Ein Platz für alle" in text_of(client, "/kommunen/landkreis-karlsruhe/")


@pytest.mark.parametrize("path", ["/kommunen/nirgendwo/", "/kommunen/99999999/", "/kommunen/?seite=9"])
def test_what_there_is_not_is_a_404_with_a_sentence(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Es gibt keine Kommune" in answer.content.decode() or "Seite" in answer.content.decode()


def test_the_list_names_those_with_content(client):
    pages.case_study(municipality=town())
    town("Anders", "anders", "082150000047")
    text = text_of(client, "/kommunen/")
    assert "Musterstadt" in text
    assert "Anders" not in text


def test_the_search_works_without_script(client):
    town(county="Landkreis Karlsruhe", population=14_900)
    text = text_of(client, "/kommunen/?q=muster")
    assert "1 Kommune zu „muster“" in text
    assert "14.900 Einwohner" in text
    assert "Schreibweise" in text_of(client, "/kommunen/?q=xyz")


def test_suggestions_are_json(client):
    town(county="Landkreis Karlsruhe")
    (entry,) = client.get("/kommunen/vorschlaege/?q=Mus").json()["suggestions"]
    assert entry["label"] == entry["title"] == "Musterstadt (Landkreis Karlsruhe)"
    assert entry["url"] == "/kommunen/musterstadt/"


def test_the_page_needs_few_queries_and_no_more_with_more_content(client):
    place = town()
    pages.case_study(municipality=place)
    pages.article(municipalities=[place])
    client.get("/kommunen/musterstadt/")
    with CaptureQueriesContext(connection) as few:
        client.get("/kommunen/musterstadt/")
    for _number in range(4):
        pages.case_study(municipality=place, subjects=[pages.subject()])
        pages.article(municipalities=[place])
    client.get("/kommunen/musterstadt/")
    with CaptureQueriesContext(connection) as many:
        client.get("/kommunen/musterstadt/")
    assert len(many) <= len(few) <= 15, "\n".join(query["sql"][:200] for query in many)
