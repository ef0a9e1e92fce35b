"""Filters and facets: what they count, combine and refuse."""

from datetime import UTC, datetime

import pytest

from home.bodies.models import Municipality
from programs.models import Participation, ProgramPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db):
    return Municipality.objects.create(name="Beispielheim", slug="beispielheim", ars="080000000001")


@pytest.fixture(autouse=True)
def content(town):
    """Two articles, a programme and a case study, all with the word *Brücke*."""
    programme = pages.program(title="Programm Brücke", slug="bruecke")
    old = pages.article(title="Brücke alt", display_date=datetime(2018, 5, 1, tzinfo=UTC), program=programme)
    pages.article(title="Brücke neu", display_date=datetime(2020, 5, 1, tzinfo=UTC))
    pages.case_study(title="Brücke vor Ort", municipality=town, display_date=datetime(2020, 6, 1, tzinfo=UTC))
    old.subjects.add(pages.subject("Integration"))
    old.save_revision().publish(skip_permission_checks=True)


def found(titles, **filters):
    return sorted(titles(q="Brücke", **filters))


def test_type(titles):
    assert found(titles, typ="news") == ["Brücke alt", "Brücke neu"]
    assert found(titles, typ="programme") == ["Programm Brücke"]
    assert found(titles, typ="case_study") == ["Brücke vor Ort"]
    assert found(titles, typ="page") == []


def test_subject_year_programme_and_municipality(titles):
    assert found(titles, thema="integration") == ["Brücke alt"]
    assert found(titles, jahr="2020") == ["Brücke neu", "Brücke vor Ort"]
    assert found(titles, programm="bruecke") == ["Brücke alt", "Programm Brücke"]
    assert found(titles, kommune="beispielheim") == ["Brücke vor Ort"]


def test_an_edition_belongs_to_its_programme_and_to_those_who_take_part(titles, town):
    edition = pages.edition(ProgramPage.objects.get(), title="Brücke, erste Runde", slug="erste-runde")
    edition.participations = [Participation(municipality=town)]
    edition.save_revision().publish(skip_permission_checks=True)
    assert found(titles, typ="programme") == ["Brücke, erste Runde", "Programm Brücke"]
    assert found(titles, programm="bruecke") == ["Brücke alt", "Brücke, erste Runde", "Programm Brücke"]
    assert found(titles, kommune="beispielheim") == ["Brücke vor Ort", "Brücke, erste Runde"]


def test_no_edition_is_a_programme_to_filter_by(client):
    pages.edition(ProgramPage.objects.get(), slug="erste-runde")
    assert client.get("/suche/", {"programm": "erste-runde"}).status_code == 404


def test_an_event_is_found_by_type_and_programme(titles):
    pages.event(title="Treffen an der Brücke", program=ProgramPage.objects.get())
    assert found(titles, typ="event", programm="bruecke") == ["Treffen an der Brücke"]


def test_filters_work_together_and_without_words(titles):
    assert found(titles, typ="news", jahr="2020") == ["Brücke neu"]
    assert titles(typ="news", jahr="2020") == ["Brücke neu"]


def counted(answer, name):
    return {value["value"]: value["count"] for value in answer["facets"][name]}


def test_counts_ignore_the_facets_own_choice_only(ask):
    answer = ask(q="Brücke", typ="news")
    assert answer["total"] == 2
    assert counted(answer, "typ") == {"news": 2, "programme": 1, "case_study": 1}
    assert counted(answer, "thema") == {"integration": 1}
    assert {year: count for year, count in counted(answer, "jahr").items() if year < "2025"} == {"2018": 1, "2020": 1}


def test_what_is_not_public_is_not_counted(ask):
    draft = pages.draft_article(title="Brücke geheim", display_date=datetime(2021, 1, 1, tzinfo=UTC))
    draft.subjects.add(pages.subject("Geheimes"))
    draft.save()
    answer = ask(q="Brücke")
    assert "2021" not in counted(answer, "jahr")
    assert "geheimes" not in counted(answer, "thema")


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        ({"typ": "raumschiff"}, "Einen Seitentyp „raumschiff“ gibt es nicht."),
        ({"thema": "nix"}, "Ein Thema „nix“ gibt es nicht."),
        ({"programm": "nix"}, "Ein Programm „nix“ gibt es nicht."),
        ({"kommune": "nix"}, "Es gibt keine Kommune „nix“."),
        ({"jahr": "20x8"}, "„20x8“ ist keine Jahreszahl."),
        ({"jahr": "٢٠١٨"}, "„٢٠١٨“ ist keine Jahreszahl."),
        ({"thema": "a\x00b"}, "gibt es nicht."),
        ({"seite": "0"}, "Eine Ergebnisseite „0“ gibt es nicht."),
        ({"seite": "-1"}, "Eine Ergebnisseite „-1“ gibt es nicht."),
        ({"seite": "drei"}, "Eine Ergebnisseite „drei“ gibt es nicht."),
        ({"seite": "99"}, "Eine Ergebnisseite „99“ gibt es nicht."),
    ],
)
def test_what_there_is_not_is_said_in_a_sentence(client, filters, sentence):
    response = client.get("/suche/", {"q": "Brücke", **filters})
    assert response.status_code == 404
    assert sentence in response.content.decode()
    as_json = client.get("/suche/", {"q": "Brücke", "format": "json", **filters})
    assert as_json.status_code == 404
    assert sentence in as_json.json()["error"]
