"""Participants of an edition: by name, on a map of counties, with their case studies and what these add up to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.bodies.models import Municipality
from programs.calls.counties import SQUARES, county_map, square_of
from programs.models import CaseStudyFigure, CaseStudyPage, EditionPage, Participation
from tests.factories import pages

pytestmark = pytest.mark.django_db


def town(name: str, ars: str, **fields) -> Municipality:
    """A municipality."""
    return Municipality.objects.create(name=name, slug=name.lower(), ars=ars, **fields)


class TestMap:
    """One square a county."""

    def test_all_44_counties_have_a_square_of_their_own(self):
        assert len(SQUARES) == len({square.key for square in SQUARES}) == 44
        assert len({(square.column, square.row) for square in SQUARES}) == 44
        assert len({square.letters for square in SQUARES}) == 44

    def test_neighbours_hang_together(self):
        cells = {(square.column, square.row) for square in SQUARES}
        reached, waiting = set(), [next(iter(cells))]
        while waiting:
            column, row = waiting.pop()
            reached.add((column, row))
            beside = {(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)}
            waiting += (beside & cells) - reached
        assert reached == cells

    @pytest.mark.parametrize(
        ("ars", "county", "square"),
        [
            ("082310000000", "", "08231"),
            ("083175001073", "Ortenaukreis", "08317"),
            ("089990001001", "Ortenaukreis", "08317"),
            ("089990001001", "Landkreis Karlsruhe", "08215"),
            ("089990001001", "Landkreis Mittelrain", None),
            ("091620000000", "", None),
        ],
    )
    def test_a_place_lies_in_the_square_of_its_key_else_of_its_county(self, ars, county, square):
        assert square_of(Municipality(name="Ort", ars=ars, county=county)) == square

    def test_who_lies_on_no_square_is_named_below_the_map(self, client):
        places = [town("Pforzheim", "082310000000"), town("Anderswo", "091620000000")]
        edition = pages.edition(participations=[Participation(municipality=place) for place in places])
        text = client.get(edition.url).content.decode()
        assert "Nicht auf der Karte: Anderswo." in text
        assert "<title>Pforzheim</title>" in text

    def test_everybody_on_the_map_is_in_the_list_too(self, client):
        edition = pages.edition(participations=[Participation(municipality=town("Pforzheim", "082310000000"))])
        assert ">Pforzheim</a></b>" in client.get(edition.url).content.decode()
        assert county_map([]).is_empty


class TestResults:
    """Figures of case studies, added up where that makes sense."""

    @pytest.fixture
    def places(self):
        return [town("Aheim", "089990001001"), town("Bheim", "089990001002"), town("Cheim", "089990001003")]

    @pytest.fixture
    def edition(self, places):
        edition = pages.edition(participations=[Participation(municipality=place) for place in places[:2]])
        for place, count in zip(places[:2], (120, 80), strict=True):
            studied(edition, place, count)
        pages.case_study(municipality=places[2], program=edition.program, figures=figures(1000))
        return edition

    def test_an_edition_adds_up_the_case_studies_that_name_it(self, edition):
        assert [(total.in_words, total.label, total.studies) for total in edition.results] == [
            ("200 Menschen", "Erreichte Menschen", 2)
        ]

    def test_whoever_took_part_twice_counts_in_each_round_once(self, edition, places, client):
        second = pages.edition(edition.program)
        studied(second, places[0], 40)
        fresh = EditionPage.objects.get(pk=edition.pk)
        assert [total.in_words for total in fresh.results] == ["200 Menschen"]
        assert [total.in_words for total in second.results] == ["40 Menschen"]
        text = client.get(edition.program.url).content.decode()
        assert "1.240 Menschen" in text
        assert "aus 4 Praxisbeispielen von 3 Kommunen" in " ".join(text.split())

    def test_a_programme_adds_up_all_of_them(self, edition, client):
        assert [total.in_words for total in edition.program.results] == ["1.200 Menschen"]
        assert "1.200 Menschen" in client.get(edition.program.url).content.decode()

    def test_a_figure_of_one_is_no_result_of_all(self, edition, places):
        own = [CaseStudyFigure(number=38_000, unit="Euro", label="im ersten Jahr")]
        study = pages.case_study(municipality=places[2], edition=edition, figures=own)
        for results in (edition.program.results, EditionPage.objects.get(pk=edition.pk).results):
            assert [total.label for total in results] == ["Erreichte Menschen"]
        alone = pages.edition(edition.program)
        study.edition = alone
        study.save()
        assert [total.in_words for total in alone.results] == ["38.000 Euro"]

    def test_halves_are_shown_as_halves(self, edition, places):
        second = pages.edition(edition.program)
        pages.case_study(municipality=places[0], edition=second, figures=figures("0.5"))
        assert second.results[0].in_words == "0,5 Menschen"

    def test_what_nobody_may_read_does_not_count(self, edition):
        for study in edition.program.case_studies.all()[:1]:
            study.unpublish()
        fresh = type(edition).objects.get(pk=edition.pk)
        assert fresh.results[0].studies == 1


def figures(count: int | str) -> list[CaseStudyFigure]:
    """A number that can be added, and one that cannot."""
    return [
        CaseStudyFigure(number=count, unit="Menschen", label="Erreichte Menschen"),
        CaseStudyFigure(number=50, unit="%", label="davon neu dabei"),
    ]


def studied(edition: EditionPage, place: Municipality, count: int) -> CaseStudyPage:
    """A case study of a municipality that took part."""
    return pages.case_study(municipality=place, edition=edition, figures=figures(count))


def test_an_edition_says_the_programme_of_its_case_studies():
    edition = pages.edition()
    assert studied(edition, town("Aheim", "089990001001"), 1).program == edition.program


@pytest.mark.parametrize("kind", ["edition", "program"])
def test_forty_participants_need_no_more_queries_than_two(client, kind):
    needed = []
    for number in (2, 40):
        places = [town(f"Ort{number}x{place}", f"0831750{number:02}0{place:02}") for place in range(number)]
        edition = pages.edition(participations=[Participation(municipality=place) for place in places])
        for place in places[:20]:
            pages.case_study(municipality=place, edition=edition)
            pages.event(edition=edition)
        url = edition.url if kind == "edition" else edition.program.url
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        needed.append(len(queries))
    assert needed[1] <= needed[0] <= 15, "\n".join(query["sql"][:150] for query in queries)
