"""Events: coming and past, what came of them, and calendar files that calendar programs take."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from home.bodies.models import Municipality
from programs.models import EventPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


def at(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def entries(answer) -> list[icalendar.Event]:
    """The entries of a calendar file; its form is checked on the way."""
    assert answer["Content-Type"].startswith("text/calendar")
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    return icalendar.Calendar.from_ical(answer.content).events


class TestWhen:
    """What is over, and how its time is said."""

    @pytest.mark.parametrize(
        ("fields", "last_moment"),
        [
            ({"ends_at": at("2026-03-20 15:00:00")}, "2026-03-20 14:59:59"),
            ({}, "2026-03-20 22:59:59"),
            ({"all_day": True}, "2026-03-20 22:59:59"),
            # The day on which summer time begins has 23 hours.
            ({"all_day": True, "ends_at": at("2026-03-29 08:00:00")}, "2026-03-29 21:59:59"),
        ],
    )
    def test_list_and_event_agree_on_when_it_is_over(self, client, clock, fields, last_moment):
        event = pages.event(title="Treffen", starts_at=at("2026-03-20 09:00:00"), **fields)
        last = at(last_moment)
        for moment, is_over in ((last, False), (datetime.fromtimestamp(last.timestamp() + 1, UTC), True)):
            clock(moment.replace(tzinfo=None).isoformat())
            assert event.is_over == is_over
            assert EventPage.objects.coming(moment).exists() != is_over
            assert EventPage.objects.past(moment).exists() == is_over
            context = client.get("/termine/").context
            assert bool(context["coming"]) != is_over
            assert bool(context["past"].object_list) == is_over

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({}, "Freitag, 20. März 2026, 10:00\u00a0Uhr"),
            ({"ends_at": at("2026-03-20 15:30:00")}, "Freitag, 20. März 2026, 10:00 bis 16:30\u00a0Uhr"),
            ({"all_day": True}, "Freitag, 20. März 2026"),
            (
                {"all_day": True, "ends_at": at("2026-03-21 09:00:00")},
                "Freitag, 20. März 2026 bis Samstag, 21. März 2026",
            ),
            (
                {"ends_at": at("2026-03-21 11:00:00")},
                "Freitag, 20. März 2026, 10:00\u00a0Uhr bis Samstag, 21. März 2026, 12:00\u00a0Uhr",
            ),
        ],
    )
    def test_time_is_said_by_the_clock_of_the_place(self, fields, words):
        assert EventPage(starts_at=at("2026-03-20 09:00:00"), **fields).when == words

    def test_the_documentation_waits_until_it_is_over(self, client, clock):
        text = [{"type": "text", "value": "<p>Fünfzig kamen.</p>"}]
        event = pages.event(starts_at=at("2026-03-20 09:00:00"), documentation=text)
        clock("2026-03-20 12:00:00")
        assert "Fünfzig kamen." not in client.get(event.url).content.decode()
        clock("2026-03-21 12:00:00")
        assert "Fünfzig kamen." in client.get(event.url).content.decode()

    def test_nobody_is_asked_to_register_too_late(self, client, clock):
        fields = {"registration_url": "https://anmeldung.example.org/", "registration_until": date(2026, 3, 13)}
        event = pages.event(starts_at=at("2026-03-20 09:00:00"), **fields)
        clock("2026-03-13 22:59:59")
        assert "anmeldung.example.org" in client.get(event.url).content.decode()
        clock("2026-03-13 23:00:00")
        assert "anmeldung.example.org" not in client.get(event.url).content.decode()

    def test_an_event_of_an_edition_belongs_to_its_programme(self):
        edition = pages.edition()
        assert pages.event(edition=edition).program.pk == edition.program.pk


class TestCalendarFiles:
    """RFC 5545: folded, escaped, with the rules of the time zone."""

    @pytest.fixture
    def event(self):
        town = Municipality.objects.create(name="Musterstadt", slug="musterstadt", ars="089990001001")
        return pages.event(
            title="Netzwerktreffen: Räume, Regeln; Rückfragen \\ und sehr viel Zeit für das Gespräch über den Ort",
            lead="Erste Zeile.\nZweite Zeile, mit Komma; und Semikolon.",
            starts_at=at("2026-03-20 09:00:00"),
            ends_at=at("2026-03-20 15:00:00"),
            venue="Rathaus",
            municipality=town,
        )

    def test_everything_arrives_as_it_was_written(self, client, event):
        (entry,) = entries(client.get(f"{event.url}termin.ics"))
        assert str(entry["summary"]) == event.title
        assert str(entry["description"]).startswith(event.lead)
        assert str(entry["location"]) == "Rathaus, Musterstadt"
        assert entry.start == event.starts_at
        assert entry.start.hour == 10

    def test_the_rules_of_daylight_saving_come_with_it(self, client, event):
        text = client.get(f"{event.url}termin.ics").content.decode()
        assert "DTSTART;TZID=Europe/Berlin:20260320T100000" in text
        calendar = icalendar.Calendar.from_ical(text)
        (zone,) = calendar.timezones
        rules = zone.to_tz(lookup_tzid=False)
        for month, hours in ((1, 1), (7, 2)):
            assert datetime(2026, month, 1, tzinfo=rules).utcoffset().total_seconds() == hours * 3600

    def test_whole_days_end_on_the_day_after(self, client):
        days = {"starts_at": at("2026-03-20 09:00:00"), "ends_at": at("2026-03-21 09:00:00")}
        event = pages.event(all_day=True, **days)
        (entry,) = entries(client.get(f"{event.url}termin.ics"))
        assert (entry.start, entry.end) == (date(2026, 3, 20), date(2026, 3, 22))

    def test_a_new_version_replaces_the_entry_instead_of_doubling_it(self, client, event):
        (before,) = entries(client.get(f"{event.url}termin.ics"))
        draft = event.get_latest_revision_as_object()
        draft.is_cancelled = True
        draft.save_revision().publish(skip_permission_checks=True)
        (after,) = entries(client.get(f"{event.url}termin.ics"))
        assert after["uid"] == before["uid"]
        assert after["sequence"] > before["sequence"]
        assert (str(before["status"]), str(after["status"])) == ("CONFIRMED", "CANCELLED")

    def test_lists_have_files_to_subscribe_to(self, client, clock, event):
        clock("2026-03-01 12:00:00")
        edition = pages.edition(title="Runde", deadline_on=date(2026, 3, 10))
        meeting = pages.event(edition=edition, starts_at=at("2026-03-05 09:00:00"))
        assert len(entries(client.get("/termine/termine.ics"))) == 2
        for page in (edition, edition.program):
            found = entries(client.get(f"{page.url}termine.ics"))
            assert [str(entry["summary"]) for entry in found] == [meeting.title, "Bewerbungsschluss: Runde"]

    def test_unpublished_events_are_in_no_file(self, client, event):
        hidden = pages.draft(EventPage, pages.event_index(), starts_at=at("2026-03-20 09:00:00"))
        clock_free = entries(client.get("/termine/termine.ics"))
        assert hidden.title not in [str(entry["summary"]) for entry in clock_free]
        assert client.get(f"/termine/{hidden.slug}/termin.ics").status_code == 404
        assert client.get("/termin.ics").status_code == 404
