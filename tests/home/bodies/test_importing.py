"""`import_municipalities FILE`: what the official list says is what we have, once and for good."""

from pathlib import Path

import pytest
from django.apps import apps

from home.bodies.models import Municipality
from tests.factories.official_list import association, county, municipality, region, state

from .lists import FRAME, MALSCH, SMALL

pytestmark = pytest.mark.django_db
EXAMPLES = Path(apps.get_app_config("bodies").path) / "examples"


def town(ags: str) -> Municipality:
    return Municipality.objects.get(ags=ags)


def everything() -> list[dict]:
    return list(Municipality.objects.order_by("pk").values())


def test_names_kinds_and_places_are_read(run):
    run(*SMALL)
    bretten = town("08215007")
    assert (bretten.name, bretten.official_name) == ("Bretten", "Bretten, Stadt")
    assert (bretten.ars, bretten.status, bretten.population) == ("082150000007", "town", 29_900)
    assert (bretten.county, bretten.region) == ("Landkreis Karlsruhe", "Karlsruhe")
    assert bretten.get_size_class_display() == "20.000 bis unter 50.000"


def test_a_county_and_an_association_are_places_too(run):
    run(*FRAME, association("08215", "5001", "GVV Oberes Tal"), municipality("08215046", "Malsch", number="5001"))
    assert Municipality.objects.get(status="county").ars == "082150000000"
    assert Municipality.objects.get(status="association").ars == "082155001000"
    assert town("08215046").ars == "082155001046"


def test_an_independent_city_is_one_place_not_two(run):
    city = (county("08212", "Karlsruhe, Stadt", mark="42"), municipality("08212000", "Karlsruhe, Stadt", mark="62"))
    run(*FRAME[:2], *city)
    karlsruhe = Municipality.objects.get()
    assert (karlsruhe.status, karlsruhe.county, karlsruhe.county_name) == ("city", "", "Karlsruhe")


def test_counties_that_say_what_they_are_keep_their_name(run):
    run(state("05", "NRW"), *FRAME[:2], county("08236", "Enzkreis"), county("05166", "Viersen", mark="43"))
    assert set(Municipality.objects.values_list("name", flat=True)) == {"Enzkreis", "Kreis Viersen"}


def test_a_former_region_is_none(run):
    run(state("03", "Niedersachsen"), region("031", "Früher: Reg.-Bez. Braunschweig"), county("03151", "Gifhorn"))
    assert Municipality.objects.get().region == ""


def test_a_second_run_changes_nothing(run):
    run(*SMALL)
    before = everything()
    said = run(*SMALL)
    assert everything() == before
    assert "Neu: 0" in said
    assert "Unverändert: 3" in said


def test_a_trial_says_what_would_be_done_and_does_nothing(run):
    said = run(*SMALL, dry_run=True)
    assert "Neu: 3 – Landkreis Karlsruhe; Malsch (Landkreis Karlsruhe); Bretten (Landkreis Karlsruhe)" in said
    assert "nichts geändert" in said
    assert not Municipality.objects.exists()


def test_equal_names_get_their_county_in_the_address(run):
    heidelberg = county("08226", "Rhein-Neckar-Kreis")
    run(*SMALL, heidelberg, municipality("08226046", "Malsch", 3_500))
    slugs = set(Municipality.objects.filter(name="Malsch").values_list("slug", flat=True))
    assert slugs == {"malsch-karlsruhe", "malsch-rhein-neckar-kreis"}
    assert {str(place) for place in Municipality.objects.filter(name="Malsch")} == {
        "Malsch (Landkreis Karlsruhe)",
        "Malsch (Rhein-Neckar-Kreis)",
    }


def test_only_what_comes_later_has_a_beginning_that_we_know(run):
    run(*FRAME, MALSCH)
    run(*SMALL)
    assert town("08215046").valid_from is None
    assert str(town("08215007").valid_from) == "2024-12-31"


def test_invented_municipalities_stay_as_they_are(run):
    Municipality.objects.create(name="Erfunden", slug="erfunden", ars="089990000001", is_demo=True)
    said = run(*SMALL)
    assert "Nachfolgerin unbekannt: 0" in said
    assert Municipality.objects.get(slug="erfunden").valid_to is None


def test_a_city_that_was_there_before_the_list_is_recognised(run):
    Municipality.objects.create(name="Bretten", slug="bretten", ars="082150000007", ags="08215007")
    said = run(*SMALL)
    assert "Neu: 2" in said
    assert town("08215007").slug == "bretten"


def test_the_shipped_extract_has_the_pitfalls_and_is_accepted(run):
    run(data=(EXAMPLES / "gv100ad.txt").read_bytes())
    twice = Municipality.objects.filter(name__in=["Altdorf", "Malsch", "Talheim", "Rosenberg", "Hochdorf", "Dürnau"])
    assert twice.count() == 12
    assert twice.values("slug").distinct().count() == 12
    assert Municipality.objects.filter(status="unincorporated").count() == 2
    assert town("08315094").slug == "st-maergen"


def test_the_shipped_table_is_accepted(run):
    run(data=(EXAMPLES / "gemeinden.csv").read_bytes())
    assert town("08115002").county == "Landkreis Böblingen"
    assert town("08231000").population == 127_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "cp850"])
def test_old_and_new_encodings_are_understood(run, encoding):
    run(*FRAME, municipality("08215101", "Weißenkirchen-Überölä"), encoding=encoding)
    assert town("08215101").name == "Weißenkirchen-Überölä"


def test_the_end_mark_of_an_old_file_is_no_line(run):
    data = "\r\n".join((*FRAME, MALSCH)).encode("cp850") + b"\r\n\x1a"
    run(data=data)
    assert town("08215046")


def test_a_table_is_read_whatever_the_order_of_its_rows(run):
    run(
        "Name;ARS;Art;Einwohner;Kreis",
        "Malsch;082150000046;Gemeinde;14.900;",
        "Landkreis Karlsruhe;082150000000;Landkreis;;",
    )
    assert town("08215046").county == "Landkreis Karlsruhe"
