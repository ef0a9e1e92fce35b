"""The list of case studies: facets with counts in the address, without script; similar municipalities."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.design.site_under_test import parsed
from tests.factories import case_studies, pages

pytestmark = pytest.mark.django_db
FACETS = {
    "thema": "integration",
    "kreis": "musterkreis",
    "groesse": "unter-5000",
    "programm": "seite-1",
    "zielgruppe": "familien",
    "methode": "buergerrat",
    "phase": "finished",
}


@pytest.fixture
def two():
    """One with every facet, and one that is different in all of them."""
    program = pages.program(title="Gespräche", slug="gespraeche")
    place = case_studies.town()
    pages.case_study(
        title="Das eine", municipality=place, program=program, phase="finished", subjects=[pages.subject()],
        methods=[case_studies.method()], target_groups=[case_studies.target_group()],
    )  # fmt: skip
    other = case_studies.town("Großstadt", 2, county="Nachbarkreis", population=120_000)
    pages.case_study(
        title="Das andere", municipality=other, phase="planned", subjects=[pages.subject("Jugend")],
        methods=[case_studies.method("Werkstatt", "werkstatt")],
        target_groups=[case_studies.target_group("Ältere", "aeltere")],
    )  # fmt: skip


def titles(client, query: str = "") -> list[str]:
    document = parsed(answer(client, query))
    return [link.to_text() for link in document.query(".result-list h3 a")]


def answer(client, query: str = ""):
    found = client.get(f"/praxisbeispiele/?{query}")
    assert found.status_code == 200
    return found


@pytest.mark.parametrize(
    "query",
    [
        "thema=integration",
        "kreis=musterkreis",
        "groesse=unter-5000",
        "programm=gespraeche",
        "zielgruppe=familien",
        "methode=buergerrat",
        "phase=finished",
        "thema=integration&kreis=musterkreis&groesse=unter-5000&methode=buergerrat",
    ],
)
def test_each_facet_narrows_the_list(client, two, query):
    assert titles(client, query) == ["Das eine"]
    assert set(titles(client)) == {"Das eine", "Das andere"}


def test_every_value_has_its_count(client, two):
    text = answer(client).content.decode()
    for option in ("Integration (1)", "Musterkreis (1)", "100.000 und mehr (1)", "Gespräche (1)", "Bürgerrat (1)"):
        assert option in text


def test_counts_follow_the_other_facets_but_not_the_own(client, two):
    text = answer(client, "thema=integration").content.decode()
    assert "Jugend (1)" in text
    assert "Musterkreis (1)" in text
    assert "Nachbarkreis" not in text


def test_what_is_chosen_stays_and_can_be_taken_off(client, two):
    document = parsed(answer(client, "thema=integration&phase=planned"))
    chips = {link.to_text().split(" (")[0]: link.attrs["href"] for link in document.query(".facet-chips a")}
    assert chips["Thema: Integration"] == "?phase=planned"
    assert [option.attrs["value"] for option in document.query("option[selected]")] == ["integration", "planned"]
    assert "Zu diesen Filtern" in document.to_text() or not document.query(".result-list h3 a")


def test_paging_keeps_the_facets(client, two, settings):
    settings.AUSHANG_PAGE_SIZE = 1
    pages.case_study(municipality=case_studies.town(), phase="finished", title="Noch eines")
    document = parsed(answer(client, "phase=finished"))
    assert document.query('a[rel="next"]')[0].attrs["href"] == "?phase=finished&seite=2"


@pytest.mark.parametrize("value", ["gibt-es-nicht", "%00", "%27%22%3Cscript%3E"])
def test_an_unknown_value_is_a_404_with_a_sentence(client, two, value):
    for key in FACETS:
        found = client.get(f"/praxisbeispiele/?{key}={value}")
        assert found.status_code == 404, key
        assert "gibt es nicht, um die Liste" in found.content.decode(), key


def test_a_programme_that_nobody_may_read_is_not_named(client, two):
    hidden = pages.draft(pages.ProgramPage, pages.program_index(), title="Geheim", slug="geheim")
    pages.case_study(title="Mit geheimem Programm", program=hidden, municipality=case_studies.town())
    assert "Geheim" not in answer(client).content.decode()
    assert client.get("/praxisbeispiele/?programm=geheim").status_code == 404


def test_a_method_is_explained_above_its_examples(client, two):
    assert "Ausgeloste beraten." in answer(client, "methode=buergerrat").content.decode()


def test_drafts_are_not_counted(client, two):
    pages.draft(pages.CaseStudyPage, pages.case_study_index(), municipality=case_studies.town(), phase="stopped")
    assert "eingestellt" not in answer(client).content.decode()


def test_more_case_studies_need_no_more_queries(client, two):
    query = "thema=integration&kreis=musterkreis&methode=buergerrat&phase=finished"
    answer(client, query)
    with CaptureQueriesContext(connection) as few:
        answer(client, query)
    for number in range(3, 9):
        case_studies.full(
            municipality=case_studies.town(f"Ort {number}", number), phase="finished", subjects=[pages.subject()]
        )
    answer(client, query)
    with CaptureQueriesContext(connection) as many:
        answer(client, query)
    assert len(many) <= max(len(few), 15)
    assert len(many) <= 15, "\n".join(query["sql"][:160] for query in many)


def similar(page) -> list[tuple[str, list[str]]]:
    page = type(page).objects.get(pk=page.pk)
    return [(found.municipality.name, found.reasons) for found in page.similar_places]


def test_three_similar_places_with_what_they_have_in_common():
    subject = pages.subject()
    page = case_studies.full(subjects=[subject])
    near = {"population": 4_000}
    pages.case_study(title="Alles gleich", municipality=case_studies.town("Gleich", 3, **near), subjects=[subject])
    pages.case_study(title="Nur so groß", municipality=case_studies.town("Grossgleich", 4, region="Freiburg", **near))
    far = {"region": "Freiburg", "population": 90_000, "status": "town"}
    pages.case_study(title="Nur Thema", municipality=case_studies.town("Themengleich", 5, **far), subjects=[subject])
    pages.case_study(title="Nichts", municipality=case_studies.town("Fremd", 6, **far))
    assert similar(page) == [
        ("Gleich", ["ähnliche Einwohnerzahl", "Thema Integration", "Regierungsbezirk Karlsruhe", "ebenfalls Gemeinde"]),
        ("Grossgleich", ["ähnliche Einwohnerzahl", "ebenfalls Gemeinde"]),
        ("Themengleich", ["Thema Integration"]),
    ]


def test_a_place_is_named_once_and_never_the_own():
    page = case_studies.full()
    other = case_studies.town("Anders", 3)
    pages.case_study(municipality=other)
    pages.case_study(municipality=other)
    pages.case_study(municipality=page.municipality)
    assert [name for name, _reasons in similar(page)] == ["Anders"]


def test_unknown_facts_are_no_likeness():
    page = case_studies.full(municipality=case_studies.town("Leer", 3, region="", population=None, status="county"))
    other = case_studies.town("Auch leer", 4, region="", population=None, status="association")
    pages.case_study(municipality=other)
    assert similar(page) == []
