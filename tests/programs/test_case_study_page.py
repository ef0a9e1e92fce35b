"""A case study as readers get it: all its parts, names only with consent, and few questions to the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from programs.models import CaseStudyPage, NameConsent
from tests.design.site_under_test import parsed
from tests.factories import case_studies, pages

pytestmark = pytest.mark.django_db


def text_of(client, page: CaseStudyPage) -> str:
    answer = client.get(page.url)
    assert answer.status_code == 200
    parsed(answer)
    return answer.content.decode()


def test_all_parts_are_shown(client):
    text = text_of(client, case_studies.full())
    for part in (
        "Nordstadt", "Oberdorf", "Familien", "Bürgerrat", "per Zufallsauswahl", "500 angeschrieben, 40 gekommen",
        "Es war <b>laut</b>", "<li>Weniger Streit</li>", "März 2024", "Sportverein", "1.012,5", "Es ist ruhiger",
        "Wir kamen zu spät", "Früh fragen", "Ein Raum", "Es geht weiter", "Endlich fragt jemand", "12.000 Euro",
        "davon 4.000 Euro von der Kommune", "ohne Unterstützung von außen", "Stabsstelle Beteiligung", "Die Runde",
        "Ablauf", "nicht barrierefrei", "https://www.example.org/bericht", "Guten Tag.", "CC BY 4.0",
    ):  # fmt: skip
        assert part in text, part


def test_a_short_report_shows_no_empty_parts(client):
    page = pages.case_study(length="brief", municipality=case_studies.town(), body=[])
    text = text_of(client, page)
    assert "Kurzmeldung" in text
    for title in ("Das Vorgehen", "Stolpersteine", "In Zahlen", "Kosten", "Fragen Sie die Kommune"):
        assert title not in text


def test_only_what_the_editors_found_good_in_all_respects_is_called_checked(client):
    ratings = dict.fromkeys(CaseStudyPage.RATINGS, True)
    assert "Geprüftes Praxisbeispiel" in text_of(client, case_studies.full(**ratings))
    assert "Geprüftes" not in text_of(client, case_studies.full(**ratings | {"transferable": False}))


def test_the_mailbox_is_nowhere_on_the_page(client):
    assert "stelle@musterstadt.example" not in text_of(client, case_studies.full())


def test_an_address_in_the_office_is_refused():
    with pytest.raises(ValidationError, match="Postfach für Fragen"):
        case_studies.full(contact="Stelle, stelle@musterstadt.example")


def named(**fields) -> CaseStudyPage:
    return case_studies.full(contact_person="Ada Beispiel", contact_audience="public", **fields)


def consent(page: CaseStudyPage, **fields) -> NameConsent:
    fields = {"name": "Ada Beispiel", "wording": "Name auf der Seite", "channel": "E-Mail", **fields}
    return NameConsent.objects.create(page=page, **fields)


def test_a_name_is_shown_while_its_owner_agrees(client):
    page = named()
    assert "Ada Beispiel" not in text_of(client, page)
    agreed = consent(page)
    assert "Ada Beispiel" in text_of(client, page)
    agreed.withdrawn_at = agreed.given_at
    agreed.save()
    assert "Ada Beispiel" not in text_of(client, page)


def test_paper_names_nobody_because_it_cannot_be_taken_back():
    page = named(contact_phone="0711 5550")
    consent(page)
    paper = render_to_string(page.article_template, {"page": page, "is_pdf": True})
    assert "Ada Beispiel" in render_to_string(page.article_template, {"page": page})
    assert "Ada Beispiel" not in paper
    assert "0711 5550" not in paper


def test_a_consent_is_for_one_name_on_one_page(client):
    page = named()
    consent(page, name="Bea Beispiel")
    consent(named(slug="andere"))
    assert "Ada Beispiel" not in text_of(client, page)


def test_a_name_for_fewer_people_is_not_for_everybody(client):
    page = case_studies.full(contact_person="Ada Beispiel", contact_audience="municipalities")
    consent(page)
    assert "Ada Beispiel" not in text_of(client, page)


@pytest.mark.parametrize(("agrees", "shown"), [(True, True), (False, False)])
def test_who_is_quoted_is_named_only_with_consent(client, agrees, shown):
    text = text_of(client, case_studies.full(quote_name="Ada Beispiel", quote_consent=agrees))
    assert ("Ada Beispiel" in text) is shown


def test_every_version_keeps_what_the_list_said_of_the_place():
    place = case_studies.town(population=4_900)
    page = case_studies.full(municipality=place)
    place.population = 5_100
    place.save()
    page.refresh_from_db()
    assert (page.size_class, page.county, page.region) == ("unter-5000", "Musterkreis", "Karlsruhe")


def test_the_most_important_subject_stands_first():
    first, second = pages.subject("Beteiligung"), pages.subject("Alter")
    page = case_studies.full(main_subject=first, subjects=[second])
    assert [subject.name for subject in page.subject_list] == ["Beteiligung", "Alter"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"starts_on": "2024-02-01", "ends_on": "2024-01-01"}, "Das Ende liegt vor dem Beginn"),
        ({"cost_total": 10, "own_share": 11}, "größer als die Gesamtkosten"),
    ],
)
def test_what_cannot_be_is_refused(fields, sentence):
    with pytest.raises(ValidationError, match=sentence):
        case_studies.full(**fields)


def test_the_page_needs_at_most_fifteen_queries_however_many_rows(client):
    page = case_studies.full(program=pages.program(), subjects=[pages.subject()])
    for number in range(3, 7):
        case_studies.full(municipality=case_studies.town(f"Ort {number}", number), subjects=[pages.subject()])
    pages.article(municipalities=[page.municipality])
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    assert len(queries) <= 15, "\n".join(query["sql"][:160] for query in queries)
