"""The typeahead: a municipality is found by the beginning of any word of its name, however it is written."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.bodies.finding import find, matching
from home.bodies.folding import folded
from home.bodies.models import Municipality, PlaceName
from tests.factories.official_list import municipality

from .lists import FRAME

pytestmark = pytest.mark.django_db


def town(name: str, population: int | None = 5_000, **fields) -> Municipality:
    number = Municipality.objects.count() + 1
    fields = {"slug": f"ort-{number}", "ars": f"08215000{number:04}", **fields}
    return Municipality.objects.create(name=name, population=population, **fields)


def names(text: str) -> list[str]:
    return [str(found.municipality) for found in find(text)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mün", "Münsingen"),
        ("muen", "Münsingen"),
        ("MÜN", "Münsingen"),
        ("Weis", "Weißenburg"),
        ("breisg", "Freiburg im Breisgau"),
        ("freiburg im b", "Freiburg im Breisgau"),
        ("Sankt Mär", "St. Märgen"),
        ("st. mä", "St. Märgen"),
        ("schwenn", "Villingen-Schwenningen"),
        ("frankfurt/o", "Frankfurt (Oder)"),
        ("  bad   urach ", "Bad Urach"),
    ],
)
def test_any_word_of_the_name_leads_to_it(typed, name):
    town("Anderswo")
    town(name)
    assert names(typed) == [name]


@pytest.mark.parametrize("typed", ["", "  ", "%", "*", "_", "'", "\x00", "burg*", "[a-z]", "burg%"])
def test_nothing_in_the_question_is_a_pattern(typed):
    town("Anderswo")
    assert names(typed) == []


def test_the_whole_name_comes_before_the_beginning_and_the_larger_before_the_smaller():
    for name, population in (
        ("Neustadtl", 90_000),
        ("Bad Neustadt", 99_000),
        ("Neustadt", 3_000),
        ("Neustadt", 50_000),
    ):
        town(name, population, county=f"Kreis {population}")
    assert names("neustadt") == [
        "Neustadt (Kreis 50000)",
        "Neustadt (Kreis 3000)",
        "Bad Neustadt (Kreis 99000)",
        "Neustadtl (Kreis 90000)",
    ]


def test_who_is_not_in_force_is_not_found_but_its_name_leads_to_the_successor():
    new = town("Neustadt")
    town("Altdorf", valid_to="2024-12-31", successor=new)
    PlaceName.former_name(new.pk, "Altdorf").save()
    PlaceName.weigh()
    (found,) = find("altd")
    assert (found.municipality, found.former_name) == (new, "Altdorf")


def test_a_name_changed_in_the_admin_is_found_at_once():
    place = town("Altdorf")
    place.name = "Neudorf"
    place.save()
    assert names("neud") == ["Neudorf"]
    assert names("altd") == []


def test_one_question_however_many_there_are():
    for number in range(30):
        town(f"Neudorf {number}")
    with CaptureQueriesContext(connection) as queries:
        assert len(find("neu")) == 10
    assert len(queries) == 1


def test_the_question_is_answered_from_the_index():
    if connection.vendor != "sqlite":
        pytest.skip("says how SQLite answers")
    assert "SEARCH bodies_placename USING INDEX" in PlaceName.objects.filter(folded__starts="neu").explain()
    assert matching("neu").query


@pytest.mark.parametrize(
    ("name", "plain"), [("Weißenkirchen, Ü.", "weissenkirchen ue"), ("Šabac", "sabac"), ("Stuttgart", "stuttgart")]
)
def test_names_are_folded(name, plain):
    assert folded(name) == plain


def test_what_a_new_list_says_counts_at_once(run):
    """The largest comes first; what ended is not found under its own name."""
    run(*FRAME, municipality("08215001", "Neudorf", 2_000), municipality("08215002", "Neuhof", 1_000))
    assert [found.municipality.name for found in find("neu")] == ["Neudorf", "Neuhof"]
    run(*FRAME, municipality("08215001", "Neudorf", 2_000), municipality("08215002", "Neuhof", 3_000))
    assert [found.municipality.name for found in find("neu")] == ["Neuhof", "Neudorf"]
    run(*FRAME, municipality("08215001", "Neudorf", 2_000))
    assert [found.municipality.name for found in find("neu")] == ["Neudorf"]
