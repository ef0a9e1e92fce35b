"""A broken file is refused as a whole, with the line and the reason."""

import pytest
from django.core.management import CommandError, call_command

from home.bodies.models import Municipality
from tests.factories.official_list import county, municipality, record, region, state

from .lists import BRETTEN, FRAME, MALSCH, SMALL

pytestmark = pytest.mark.django_db
HEADER = "ARS;Name;Art"
COUNTY_ROW = "082150000000;Landkreis Karlsruhe;Landkreis"
CITY_OF_NO_STATE = municipality("17215001", "Nirgendwo")
GOOD = "082150000046;Malsch;Gemeinde"

BROKEN_RECORDS = {
    "cut line": ((*FRAME, MALSCH[:148]), 4, "nach 148 Zeichen abgeschnitten"),
    "cut name": ((*FRAME, MALSCH[:30]), 4, "nach 30 Zeichen abgeschnitten"),
    "key twice": ((*SMALL, MALSCH), 6, "„082150000046“ steht schon in Zeile 4"),
    "same short key": (
        (*SMALL, municipality("08215046", "Malsch", number="5001")),
        6,
        "„08215046“ steht schon in Zeile 4",
    ),
    "key too short": ((*FRAME, municipality("0821504", "Malsch")), 4, "„0821504“ hat 7 Zeichen"),
    "key with a letter": ((*FRAME, municipality("0821504O", "Malsch")), 4, "„0821504O“"),
    "unknown state": ((*FRAME, CITY_OF_NO_STATE), 4, "beginnt mit 17"),
    "state without a record": ((*FRAME, municipality("09215001", "Bayrisch")), 4, "beginnt mit 09"),
    "state that is none": ((state("17", "Atlantis"),), 1, "kein Land mit der Nummer 17"),
    "unknown county": ((*FRAME, municipality("08216001", "Nirgendwo")), 4, "beginnt mit 08216"),
    "no name": ((*FRAME, municipality("08215046", "")), 4, "kein Name"),
    "mark of a county": ((*FRAME, municipality("08215046", "Malsch", mark="44")), 4, "„44“"),
    "kind of record": ((*FRAME, MALSCH.replace("60", "70", 1)), 4, "„70“"),
    "date": ((*FRAME, MALSCH.replace("20241231", "20241331")), 4, "„20241331“"),
    "population": ((*FRAME, MALSCH.replace("00000014900", "0000001490x")), 4, "„0000001490x“"),
    "county without a mark": ((*FRAME[:2], county("08215", "Karlsruhe", mark="")), 3, "„  “"),
}
BROKEN_TABLES = {
    "key of wrong length": ((HEADER, COUNTY_ROW, "82150000046;Malsch;Gemeinde"), 3, "Null am Anfang"),
    "key as a number": ((HEADER, COUNTY_ROW, "8,215E+10;Malsch;Gemeinde"), 3, "8,215E+10"),
    "unknown state": ((HEADER, COUNTY_ROW, "992150000046;Malsch;Gemeinde"), 3, "beginnt mit 99"),
    "unknown county": ((HEADER, COUNTY_ROW, "082160000046;Malsch;Gemeinde"), 3, "beginnt mit 08216"),
    "key twice": ((HEADER, COUNTY_ROW, GOOD, GOOD), 4, "steht schon in Zeile 3"),
    "cut line": ((HEADER, COUNTY_ROW, GOOD[:19]), 3, "2 Spalten"),
    "open quotation mark": ((HEADER, COUNTY_ROW, '082150000046;"Malsch;Gemeinde'), 3, "Anführungszeichen"),
    "unknown kind": ((HEADER, COUNTY_ROW, "082150000046;Malsch;Dorf"), 3, "„Dorf“"),
    "no name": ((HEADER, COUNTY_ROW, "082150000046;;Gemeinde"), 3, "kein Name"),
    "population": ((HEADER.replace("Art", "Einwohner"), "082150000000;LK;viele"), 2, "„viele“"),
    "missing column": (("Name;Art", "Malsch;Gemeinde"), 1, "ARS"),
    "unknown successor": (
        ("ARS;Name;Nachfolger", "082150000000;LK;", "082150000046;Malsch;082150000047"),
        3,
        "082150000047",
    ),
}


def refused(run, *lines: str, **options) -> str:
    with pytest.raises(CommandError) as refusal:
        run(*lines, **options)
    assert not Municipality.objects.exists()
    assert "Es wurde nichts importiert." in str(refusal.value)
    return str(refusal.value)


@pytest.mark.parametrize(("lines", "line", "reason"), BROKEN_RECORDS.values(), ids=BROKEN_RECORDS)
def test_a_broken_record_is_named(run, lines, line, reason):
    said = refused(run, *lines)
    assert f"Zeile {line}: " in said
    assert reason in said


@pytest.mark.parametrize(("lines", "line", "reason"), BROKEN_TABLES.values(), ids=BROKEN_TABLES)
def test_a_broken_row_is_named(run, lines, line, reason):
    said = refused(run, *lines)
    assert f"Zeile {line}: " in said
    assert reason in said


def test_every_broken_line_is_named_at_once(run):
    said = refused(run, *FRAME, MALSCH[:100], BRETTEN, municipality("0821", "Kurz"))
    assert "Zeile 4: " in said
    assert "Zeile 6: " in said


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("MÃ¼nchen", "utf-8"), ("M\ufffdnchen", "utf-8"), ("M\x00nchen", "utf-8")],
    ids=["read as Latin-1 once", "lost character", "zero byte"],
)
def test_broken_characters_are_refused(run, name, encoding):
    said = refused(run, *FRAME, municipality("08215101", name), encoding=encoding)
    assert "Zeile 4: Umlaute oder andere Zeichen sind beschädigt." in said


def test_two_encodings_in_one_file_are_refused(run):
    lines = [*(line.encode() for line in FRAME), municipality("08215101", "Münchweier").encode("cp1252")]
    said = refused(run, data=b"\n".join(lines))
    assert "Zeile 4: " in said


def test_an_unknown_encoding_is_refused(run):
    data = b"\n".join([*(line.encode("ascii", "replace") for line in FRAME), b"60\x8d\x8f\x9d\xe4\x01"])
    assert "Zeile 4: " in refused(run, data=data)


def test_utf_16_is_refused_with_the_way_out(run):
    assert "UTF-8" in refused(run, *SMALL, encoding="utf-16")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"Hallo"])
def test_what_is_no_list_is_refused(run, data):
    refused(run, data=data)


def test_a_file_that_is_not_there_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="kann nicht gelesen werden"):
        call_command("import_municipalities", str(tmp_path / "fehlt.txt"))


def test_a_list_that_ends_between_two_lines_is_not_taken_for_a_reform(run):
    frame = (*FRAME[:1], region("082", "Reg.-Bez. Karlsruhe"), county("08215", "Karlsruhe"))
    towns = [municipality(f"08215{number:03}", f"Ort {number}") for number in range(1, 40)]
    run(*frame, *towns)
    with pytest.raises(CommandError, match="Ist sie vollständig"):
        run(*frame, *towns[:10])
    assert not Municipality.objects.exclude(valid_to=None).exists()
    run(*frame, *towns[:10], may_shrink=True)
    assert Municipality.objects.exclude(valid_to=None).count() == 29


@pytest.mark.parametrize(
    ("changes", "line"),
    [("082150000046;0821500", 1), ("alt;neu\n082150000046", 2), ("082150000046;082150000046", 1)],
    ids=["key too short", "one key", "itself"],
)
def test_a_broken_table_of_changes_is_refused(run, changes, line):
    assert f"Zeile {line}: " in refused(run, *SMALL, changes=changes)


def test_a_change_to_nowhere_is_refused(run):
    said = refused(run, *SMALL, changes="082150000011;082150000012")
    assert "Die Nachfolgerin „082150000012“ von „082150000011“ steht nicht in der Liste." in said


def test_records_of_planning_regions_are_passed_over(run):
    run(*FRAME, record("30", "0821", "Region Mittlerer Oberrhein"), MALSCH)
    assert Municipality.objects.count() == 2
