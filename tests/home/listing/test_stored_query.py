"""Questions that editors store: what they find, in which order, and never what is not public."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.listing.stored_query import FITTING, NEWEST, OLDEST, SOONEST, TITLE, StoredQuery
from tests.design.site_under_test import municipality
from tests.factories import pages
from tests.search.conftest import at_once, nothing_remembered  # noqa: F401

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 15, 12, tzinfo=UTC)


def day(number: int, month: int = 6) -> datetime:
    return datetime(2026, month, number, 10, tzinfo=UTC)


def titles(at: datetime = AT, **conditions) -> list[str]:
    return [page.title for page in StoredQuery(**conditions).pages(at=at)]


@pytest.fixture(autouse=True)
def content():
    town = municipality("Beispielheim", "089990001002")
    programme = pages.program(title="Programm Brücke", display_date=day(1))
    article = pages.article(title="Brücke gebaut", display_date=day(14), program=programme)
    article.subjects.add(pages.subject("Verkehr"))
    article.save_revision().publish(skip_permission_checks=True)
    pages.article(title="Alter Steg", display_date=day(2, month=3), lead="Es geht um Fußgänger.")
    pages.case_study(title="Brückenfest", municipality=town, display_date=day(20))
    return programme, town


def test_without_conditions_all_kinds_of_lists_newest_first():
    assert titles() == ["Brückenfest", "Brücke gebaut", "Programm Brücke", "Alter Steg"]


def test_kind_subject_and_number():
    assert titles(kinds=("news",)) == ["Brücke gebaut", "Alter Steg"]
    assert titles(kinds=("news", "programme")) == ["Brücke gebaut", "Programm Brücke", "Alter Steg"]
    assert titles(subjects=(pages.subject("Verkehr"),)) == ["Brücke gebaut"]
    assert titles(limit=2) == ["Brückenfest", "Brücke gebaut"]


def test_section_and_depth():
    section = pages.section(title="Bereich")
    inner = pages.section(section, title="Innen")
    pages.information(section, title="Oben")
    pages.information(inner, title="Unten")
    assert set(titles(kinds=("page",), section=section)) == {"Innen", "Oben", "Unten"}
    assert set(titles(kinds=("page",), section=section, depth=1)) == {"Innen", "Oben"}


def test_absolute_dates_count_whole_days():
    assert titles(since=date(2026, 6, 14)) == ["Brückenfest", "Brücke gebaut"]
    assert titles(since=date(2026, 6, 1), until=date(2026, 6, 14)) == ["Brücke gebaut", "Programm Brücke"]


def test_relative_dates_move_with_the_day():
    assert titles(days_back=14, days_ahead=0) == ["Brücke gebaut", "Programm Brücke"]
    assert titles(days_back=0) == ["Brückenfest"]
    assert titles(days_back=0, days_ahead=0, at=day(20)) == ["Brückenfest"]


def test_municipality_and_programme(content):
    programme, town = content
    assert titles(municipality=town) == ["Brückenfest"]
    assert titles(program=programme) == ["Brücke gebaut", "Programm Brücke"]


def test_the_state_of_the_call_is_asked_of_the_dates_at_the_moment(content):
    pages.edition(content[0], title="Aufruf 2026", opens_on=date(2026, 6, 1), deadline_on=date(2026, 6, 30))
    pages.edition(content[0], title="Aufruf 2025", opens_on=date(2025, 6, 1), deadline_on=date(2025, 6, 30))
    assert titles(state="open") == ["Aufruf 2026"]
    assert titles(state="open", at=datetime(2026, 7, 1, tzinfo=UTC)) == []
    assert titles(state="not_open") == ["Aufruf 2025"]
    assert titles(state="of an app that is gone") == []


def test_events_still_to_come_or_over_stand_by_when_they_take_place():
    pages.event(title="Später", starts_at=day(25), display_date=day(1))
    pages.event(title="Bald", starts_at=day(16), display_date=day(3))
    pages.event(title="Läuft", starts_at=day(14), ends_at=day(16), display_date=day(5))
    pages.event(title="Abgesagt", starts_at=day(17), is_cancelled=True)
    pages.event(title="Vorbei", starts_at=day(10), display_date=day(9))
    assert titles(state="coming", sort=SOONEST) == ["Läuft", "Bald", "Später"]
    assert titles(state="past") == ["Vorbei"]
    assert titles(state="coming", at=day(20)) == ["Später"]


def test_beside_events_other_pages_stand_by_their_date():
    pages.event(title="Bald", starts_at=day(16), display_date=day(3))
    assert [page.listed_date for page in StoredQuery(kinds=("event",)).pages(at=AT)] == [day(16)]
    assert titles(kinds=("news", "event"), sort=SOONEST) == ["Alter Steg", "Brücke gebaut", "Bald"]


def test_words_are_found_as_in_the_search():
    assert set(titles(text="Fußgaenger")) == {"Alter Steg"}
    assert set(titles(text="Brücken", kinds=("news",))) == {"Brücke gebaut"}
    assert titles(text="!!!") == []


def test_orders():
    assert titles(sort=OLDEST)[0] == "Alter Steg"
    assert titles(sort=TITLE) == ["Alter Steg", "Brücke gebaut", "Brückenfest", "Programm Brücke"]
    pages.article(title="Nebenbei", lead="Eine Brücke.", display_date=day(30))
    assert titles(text="Brücke", sort=NEWEST)[0] == "Nebenbei"
    assert titles(text="Brücke", sort=FITTING)[0] != "Nebenbei"


@pytest.mark.parametrize("conditions", [{}, {"text": "Geheimnis"}, {"kinds": ("news",)}, {"sort": TITLE}])
def test_what_is_not_public_never_answers(conditions):
    pages.draft_article(title="Geheimnis im Entwurf", display_date=day(10))
    gone = pages.article(title="Geheimnis zurückgezogen", display_date=day(10))
    gone.unpublish()
    closed = pages.article(title="Geheimnis für Angemeldete", display_date=day(10))
    closed.view_restrictions.create(restriction_type="login")
    assert not [title for title in titles(**conditions) if "Geheimnis" in title]


def test_the_number_of_questions_does_not_grow():
    query = StoredQuery(kinds=("news", "programme"), subjects=(pages.subject("Verkehr"),))
    with CaptureQueriesContext(connection) as few:
        query.pages(at=AT)
    for number in range(5):
        page = pages.article(title=f"Steg {number}")
        page.subjects.add(pages.subject("Verkehr"))
        page.save_revision().publish(skip_permission_checks=True)
    with CaptureQueriesContext(connection) as many:
        assert len(query.pages(at=AT)) == 6
    assert len(many) == len(few)


def test_a_list_by_words_holds_what_answers_all_of_them():
    pages.article(title="Der Steg am Ufer")
    pages.article(title="Ein Steg im Wald")
    assert titles(text="Steg Ufer") == ["Der Steg am Ufer"]
    assert titles(text="Raumschiffwald") == []
