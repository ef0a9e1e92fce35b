"""A new list with renames, new keys and mergers keeps every link; nobody is deleted."""

import pytest

from home.bodies.models import Municipality
from tests.factories import pages
from tests.factories.official_list import association, municipality

from .lists import BRETTEN, FRAME, SMALL

pytestmark = pytest.mark.django_db
MALSCH_KEY, BRETTEN_KEY, NEW_KEY = "082150000046", "082150000007", "082150000999"


@pytest.fixture
def study(run):
    """A case study of Malsch, which the list knows."""
    run(*SMALL)
    return pages.case_study(municipality=Municipality.objects.get(ars=MALSCH_KEY))


def of_study(study) -> Municipality:
    study.refresh_from_db()
    return study.municipality


def test_a_new_name_keeps_key_address_and_links(run, study):
    said = run(*FRAME, municipality("08215046", "Malsch im Albtal", 15_000), BRETTEN)
    town = of_study(study)
    assert "Umbenannt: 1 – Malsch → Malsch im Albtal (Landkreis Karlsruhe)" in said
    assert (town.name, town.slug, town.population) == ("Malsch im Albtal", "malsch", 15_000)
    assert list(town.place_names.filter(rank=2).values_list("former", flat=True)) == ["Malsch"]


def test_another_association_changes_the_long_key_only(run, study):
    new = municipality("08215046", "Malsch", 14_900, number="5001")
    said = run(*FRAME, association("08215", "5001", "GVV Albtal"), new, BRETTEN)
    assert "Neuer Schlüssel: 1" in said
    assert of_study(study).ars == "082155001046"


def test_keys_that_change_places_are_no_conflict(run, study):
    first, second = "082155001046", "082155002007"
    run("ARS;Name;Kreis", f"{first};Malsch;", f"{second};Bretten;", "082150000000;Landkreis Karlsruhe;")
    assert of_study(study).ars == first
    run("ARS;Name;Kreis", "082155002046;Malsch;", "082155001007;Bretten;", "082150000000;Landkreis Karlsruhe;")
    assert of_study(study).ars == "082155002046"


def test_a_new_key_after_a_reform_is_the_same_municipality(run, study):
    said = run(*FRAME, municipality("08215999", "Malsch", 14_900), BRETTEN, changes=f"alt;neu\n{MALSCH_KEY};{NEW_KEY}")
    assert "Neu: 0" in said
    assert of_study(study).ars == NEW_KEY
    assert Municipality.objects.filter(name="Malsch").count() == 1


def test_a_merger_leads_on_to_the_successor(run, study):
    said = run(*FRAME, BRETTEN, changes=f"{MALSCH_KEY};{BRETTEN_KEY}")
    old = of_study(study)
    assert "Zusammengeschlossen: 1 – Malsch → Bretten (Landkreis Karlsruhe)" in said
    assert (old.successor.name, str(old.valid_to)) == ("Bretten", "2024-12-31")
    assert old.successor.place_names.filter(former="Malsch").exists()


def test_two_become_a_new_one(run, study):
    changes = f"{MALSCH_KEY};{NEW_KEY}\n{BRETTEN_KEY};{NEW_KEY}"
    run(*FRAME, municipality("08215999", "Malsch-Bretten", 44_000), changes=changes)
    new = Municipality.objects.get(ars=NEW_KEY)
    assert of_study(study).successor == new
    assert set(new.predecessors.values_list("name", flat=True)) == {"Malsch", "Bretten"}


def test_a_table_can_say_itself_who_went_on_as_whom(run, study):
    run("ARS;Name;Nachfolger", f"{MALSCH_KEY};Malsch;{BRETTEN_KEY}", f"{BRETTEN_KEY};Bretten;", "082150000000;LK;")
    assert of_study(study).successor.name == "Bretten"


def test_several_steps_lead_to_the_one_that_is_there(run, study):
    changes = f"{MALSCH_KEY};082150000998\n082150000998;{BRETTEN_KEY}"
    run(*FRAME, BRETTEN, changes=changes)
    assert of_study(study).successor.name == "Bretten"


def test_a_later_merger_shortens_the_way(run, study):
    run(*FRAME, BRETTEN, changes=f"{MALSCH_KEY};{BRETTEN_KEY}")
    run(*FRAME, municipality("08215998", "Neustadt"), changes=f"{BRETTEN_KEY};082150000998\n{MALSCH_KEY};082150000998")
    assert of_study(study).successor.name == "Neustadt"


def test_the_same_merger_again_changes_nothing(run, study):
    changes = f"{MALSCH_KEY};{BRETTEN_KEY}"
    run(*FRAME, BRETTEN, changes=changes)
    before = list(Municipality.objects.order_by("pk").values())
    said = run(*FRAME, BRETTEN, changes=changes)
    assert "Zusammengeschlossen: 0" in said
    assert list(Municipality.objects.order_by("pk").values()) == before


def test_who_is_gone_without_a_word_stays_and_is_named(run, study):
    said = run(*FRAME, BRETTEN)
    assert "Weggefallen, Nachfolgerin unbekannt: 1 – Malsch (Landkreis Karlsruhe) 082150000046" in said
    assert str(of_study(study).valid_to) == "2024-12-31"


def test_who_comes_back_is_in_force_again(run, study):
    run(*FRAME, BRETTEN)
    run(*SMALL)
    assert of_study(study).valid_to is None


def test_other_states_are_not_gone_when_a_list_does_not_tell_of_them(run, study):
    run("ARS;Name;Art", "051660000000;Kreis Viersen;Kreis")
    assert of_study(study).valid_to is None


def test_malsch_is_still_malsch_when_only_its_population_changes(run, study):
    said = run(*FRAME, municipality("08215046", "Malsch", 15_100), BRETTEN)
    assert "Sonst geändert: 1" in said
    assert of_study(study).population == 15_100
