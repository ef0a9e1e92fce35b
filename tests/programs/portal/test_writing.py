"""Writing: nothing is required, nothing is lost, two people are not in each other's way."""

import re

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from programs.models import CaseStudyPage
from programs.portal import saving
from programs.portal.forms.section import values_of, version_of
from programs.portal.sections import BY_KEY, SECTIONS
from tests.factories import portal

pytestmark = pytest.mark.django_db
AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}


@pytest.fixture
def page(writer, town):
    """A draft of the first municipality."""
    return portal.draft(writer, town)


def newest(page) -> CaseStudyPage:
    """The newest text."""
    return CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def address(page, section: str) -> str:
    return f"/mein-bereich/beispiel/{page.pk}/{section}/"


def token(page, section: str) -> str:
    return version_of(values_of(newest(page), BY_KEY[section]))


def write(client, page, section: str, extra: dict | None = None, **answers):
    """Sends a section as the browser does."""
    return client.post(address(page, section), {"token": token(page, section), **answers}, **(extra or {}))


@pytest.mark.parametrize("section", [section.key for section in SECTIONS])
def test_an_empty_section_can_be_saved(signed_in, page, section):
    assert signed_in.get(address(page, section)).status_code == 200
    assert write(signed_in, page, section).status_code == 302


def test_what_is_typed_is_there_again_on_another_device(signed_in, page, writer):
    write(signed_in, page, "anlass", {**AUTOSAVE}, situation="Drei Sätze.\n\n- eins\n- zwei", goals="Sich begegnen")
    other = type(signed_in)()
    other.force_login(writer)
    shown = other.get(address(page, "anlass")).content.decode()
    assert "- eins\n- zwei" in shown
    assert newest(page).situation == "<p>Drei Sätze.</p><ul><li>eins</li><li>zwei</li></ul>"


def test_the_script_gets_the_next_version_and_the_checklist(signed_in, page):
    answer = write(signed_in, page, "anlass", AUTOSAVE, situation="Etwas").json()
    assert answer["saved"]
    assert answer["token"] == token(page, "anlass")
    assert "Bitte nennen Sie ein Ziel." in answer["checklist"] or "Anlass und Ziele" in answer["checklist"]


def test_two_people_in_different_sections_lose_nothing(signed_in, page, town):
    colleague = type(signed_in)()
    colleague.force_login(portal.member("kollegin", town, "editor"))
    mine, theirs = token(page, "anlass"), token(page, "lernen")
    for round_ in range(3):
        first = signed_in.post(address(page, "anlass"), {"token": mine, "situation": f"A{round_}"}, **AUTOSAVE)
        second = colleague.post(address(page, "lernen"), {"token": theirs, "pitfalls": f"B{round_}"}, **AUTOSAVE)
        mine, theirs = first.json()["token"], second.json()["token"]
    assert (newest(page).situation, newest(page).pitfalls) == ("<p>A2</p>", "<p>B2</p>")


def test_two_people_in_the_same_section_see_both_texts(signed_in, page, town):
    colleague = type(signed_in)()
    colleague.force_login(portal.member("kollegin", town, "editor"))
    old = token(page, "anlass")
    colleague.post(address(page, "anlass"), {"token": old, "situation": "Ihr Text"})
    script = signed_in.post(address(page, "anlass"), {"token": old, "situation": "Mein Text"}, **AUTOSAVE)
    assert script.status_code == 409
    assert "kollegin" in script.json()["sentence"]
    answer = signed_in.post(address(page, "anlass"), {"token": old, "situation": "Mein Text"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Mein Text</textarea>" in shown
    assert "Ihr Text" in shown
    assert newest(page).situation == "<p>Ihr Text</p>"
    again = re.search(r'name="token"\s+value="(\w+)"', shown)[1]
    signed_in.post(address(page, "anlass"), {"token": again, "situation": "Beide Texte"})
    assert newest(page).situation == "<p>Beide Texte</p>"


def test_the_same_text_twice_is_no_conflict(signed_in, page):
    old = token(page, "anlass")
    for _time in range(2):
        assert signed_in.post(address(page, "anlass"), {"token": old, "situation": "Gleich"}).status_code == 302


def test_a_text_longer_than_its_limit_is_kept_whole(signed_in, page):
    long = "Wort " * 2_000
    write(signed_in, page, "anlass", situation=long)
    assert newest(page).situation == f"<p>{long.strip()}</p>"
    assert "Zeichen zu lang" in signed_in.get(address(page, "anlass")).content.decode()


def test_what_cannot_be_stored_is_marked_and_the_rest_is_saved(signed_in, page):
    answer = write(signed_in, page, "aufwand", cost_total="viel", funded_by="Land")
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert 'value="viel"' in shown
    assert "ganze Zahl" in shown
    assert newest(page).funded_by == "Land"


@pytest.mark.parametrize(("typed", "stored"), [("12.500", 12500), ("12 500", 12500), ("0", 0), ("", None)])
def test_numbers_as_people_write_them(signed_in, page, typed, stored):
    write(signed_in, page, "aufwand", cost_total=typed)
    assert newest(page).cost_total == stored


@pytest.mark.parametrize("typed", ["05.2024", "5/2024", "2024-05", "01.05.2024"])
def test_months_as_people_write_them(signed_in, page, typed):
    write(signed_in, page, "worum", starts_on=typed)
    assert newest(page).starts_on.isoformat() == "2024-05-01"


def test_rows_come_and_go(signed_in, page):
    rows = {"steps-0-title": "Auftakt", "steps-0-month": "05.2024", "steps-1-title": "Werkstatt"}
    write(signed_in, page, "vorgehen", **rows, **{"partners-0-name": "Bauhof", "partners-0-kind": "association"})
    assert [step.title for step in newest(page).steps.all()] == ["Auftakt", "Werkstatt"]
    write(signed_in, page, "vorgehen", **{"steps-0-title": "", "steps-1-title": "Werkstatt"})
    assert [step.title for step in newest(page).steps.all()] == ["Werkstatt"]
    assert list(newest(page).partners.all()) == []


def test_markup_that_the_academy_made_stays_while_nobody_touches_it(signed_in, page, academy):
    draft = newest(page)
    draft.situation = '<p data-block-key="ab">Siehe <a linktype="page" id="3">dort</a> <b>genau</b>.</p>'
    draft.save_revision(user=academy, clean=False)
    typed = values_of(newest(page), BY_KEY["anlass"])["situation"]
    write(signed_in, page, "anlass", situation=typed, goals="Neu")
    assert newest(page).situation == draft.situation
    write(signed_in, page, "anlass", situation=typed + " Mehr.", goals="Neu")
    assert newest(page).situation == '<p>Siehe <a linktype="page" id="3">dort</a> <b>genau</b>. Mehr.</p>'


def test_typed_markup_is_only_words(signed_in, page):
    write(signed_in, page, "anlass", situation="<script>alert(1)</script> [x](javascript:alert)")
    assert "<script" not in newest(page).situation
    assert "href" not in newest(page).situation


def test_autosaves_of_one_person_are_one_version(signed_in, page):
    before = page.revisions.count()
    for number in range(20):
        write(signed_in, page, "anlass", AUTOSAVE, situation=f"Text {number}")
    assert page.revisions.count() <= before + 1


def test_a_short_text_too_stays_in_sight_and_a_choice_is_sent_again(client, page):
    kept = client.post(address(page, "worum"), {"title": "Zwölf Bänke", "phase": "running"}).content.decode()
    assert ">Zwölf Bänke</textarea>" in kept
    assert '<input type="hidden" name="phase" value="running">' in kept


def test_an_expired_login_keeps_the_text_on_the_screen(client, page):
    long = "Ein langer Text, den niemand noch einmal tippen möchte. " * 5
    answer = client.post(address(page, "anlass"), {"situation": long, "token": "x"})
    assert answer.status_code == 403
    assert long.strip() in answer.content.decode()
    assert "nicht mehr angemeldet" in answer.content.decode()
    script = client.post(address(page, "anlass"), {"situation": long}, **AUTOSAVE)
    assert "nicht mehr angemeldet" in script.json()["sentence"]


def test_a_page_from_before_the_new_login_keeps_the_text_too(writer, page):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(writer)
    answer = strict.post(address(page, "anlass"), {"situation": "Mein Text, der nicht verloren geht, " * 3})
    assert answer.status_code == 403
    assert "Mein Text, der nicht verloren geht" in answer.content.decode()


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), OperationalError("database is full")])
def test_a_full_disk_ends_in_a_sentence_with_the_text(signed_in, page, problem):
    def full(execute, sql, *args):
        if sql.startswith(("INSERT", "UPDATE")):
            raise problem
        return execute(sql, *args)

    said = {"situation": "Ein Text, der nicht verloren gehen darf, auch heute nicht.   !"}
    with connection.execute_wrapper(full):
        answer = write(signed_in, page, "anlass", **said)
    assert answer.status_code == 507
    assert "Unser Speicher nimmt gerade nichts an" in answer.content.decode()
    assert "auch heute nicht" in answer.content.decode()


def test_a_text_under_review_is_not_changed_and_what_was_typed_is_shown(signed_in, writer, town):
    page = portal.submitted(writer, town)
    answer = write(
        signed_in, page, "anlass", situation="Zu spät getippt, aber nicht verloren: eine ganze Menge Text hier."
    )
    assert answer.status_code == 409
    assert "Zu spät getippt" in answer.content.decode()
    assert "Zu spät" not in newest(page).situation


def test_preview_is_the_page_itself_and_stays_private(signed_in, client, page):
    write(signed_in, page, "worum", title="Wanderbänke", lead="Zwölf Bänke.")
    shown = signed_in.get(address(page, "vorschau"))
    assert "<h1>Wanderbänke</h1>" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert type(client)().get(page.get_url() or "/x/").status_code == 404


def test_a_section_is_a_handful_of_questions_to_the_database(
    signed_in, page, django_assert_max_num_queries, town, writer
):
    for _other in range(4):
        portal.draft(writer, town)
    said = {"token": token(page, "anlass"), "situation": "Etwas"}
    with django_assert_max_num_queries(50):
        signed_in.post(address(page, "anlass"), said, **AUTOSAVE)
    with django_assert_max_num_queries(30):
        signed_in.get("/mein-bereich/")


def test_the_overview_asks_no_more_with_more_case_studies(signed_in, writer, town, django_assert_num_queries):
    portal.draft(writer, town)
    signed_in.get("/mein-bereich/")
    with CaptureQueriesContext(connection) as few:
        signed_in.get("/mein-bereich/")
    for _more in range(8):
        portal.draft(writer, town)
    with django_assert_num_queries(len(few)):
        signed_in.get("/mein-bereich/")


def test_saving_waits_for_nobody_in_another_section(page):
    assert saving.own_recent_version(page, page.latest_revision.user)
