"""The life of an edition: its status follows from its dates and the clock on the wall, and from nothing else."""

from datetime import UTC, date, datetime, time

import pytest

from programs.calls.status import Dates, Status

YEAR = Dates(
    opens_on=date(2026, 3, 1),
    deadline_on=date(2026, 3, 29),
    starts_on=date(2026, 6, 1),
    ends_on=date(2026, 10, 25),
)


def utc(text: str) -> datetime:
    """A moment; the site's clock is one hour ahead in winter and two in summer."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("2026-02-28 22:59:59", Status.PLANNED),
        ("2026-02-28 23:00:00", Status.OPEN),
        ("2026-03-28 22:59:59", Status.OPEN),
        ("2026-03-28 23:00:00", Status.LAST_DAY),
        # In the night to the deadline the clocks go forward: the day has 23 hours.
        ("2026-03-29 21:59:59", Status.LAST_DAY),
        ("2026-03-29 22:00:00", Status.CLOSED),
        ("2026-05-31 21:59:59", Status.CLOSED),
        ("2026-05-31 22:00:00", Status.RUNNING),
        # On the last day they go back: it has 25 hours.
        ("2026-10-24 22:00:00", Status.RUNNING),
        ("2026-10-25 22:59:59", Status.RUNNING),
        ("2026-10-25 23:00:00", Status.ENDED),
        ("2031-01-01 00:00:00", Status.ENDED),
    ],
)
def test_an_edition_lives_from_planned_to_ended(moment, status):
    """Each change happens at midnight by the local clock, in winter and in summer."""
    assert YEAR.status(utc(moment)) == status


@pytest.mark.parametrize(
    ("day", "hour", "last_moment"),
    [
        (date(2026, 7, 15), time(12), "2026-07-15 09:59:59"),
        (date(2026, 1, 15), time(12), "2026-01-15 10:59:59"),
        # 2:30 comes twice that night: the first one counts, and the call does not open again.
        (date(2026, 10, 25), time(2, 30), "2026-10-25 00:29:59"),
        # 2:30 does not come that night: half past three is taken for it.
        (date(2026, 3, 29), time(2, 30), "2026-03-29 01:29:59"),
    ],
)
def test_a_deadline_with_a_time_ends_at_that_time(day, hour, last_moment):
    """Not a second later."""
    dates = Dates(opens_on=date(2025, 12, 1), deadline_on=day, deadline_time=hour)
    last = utc(last_moment)
    assert dates.status(last) == Status.LAST_DAY
    after = datetime.fromtimestamp(last.timestamp() + 1, UTC)
    assert dates.status(after) == Status.CLOSED
    assert dates.status(datetime.fromtimestamp(last.timestamp() + 3601, UTC)) == Status.CLOSED


NOON = utc("2026-03-15 12:00:00")


@pytest.mark.parametrize(
    ("dates", "status"),
    [
        (Dates(), Status.PLANNED),
        (Dates(opens_on=date(2026, 3, 15)), Status.OPEN),
        (Dates(opens_on=date(2026, 3, 16)), Status.PLANNED),
        (Dates(opens_on=date(2025, 1, 1), ends_on=date(2026, 3, 15)), Status.OPEN),
        (Dates(opens_on=date(2025, 1, 1), ends_on=date(2026, 3, 14)), Status.ENDED),
        (Dates(deadline_on=date(2026, 3, 15)), Status.LAST_DAY),
        (Dates(deadline_on=date(2026, 3, 16)), Status.OPEN),
        (Dates(deadline_on=date(2026, 3, 14)), Status.CLOSED),
        (Dates(starts_on=date(2026, 3, 15)), Status.RUNNING),
        (Dates(starts_on=date(2026, 3, 16)), Status.PLANNED),
        (Dates(starts_on=date(2025, 3, 1), ends_on=date(2026, 3, 14)), Status.ENDED),
        (Dates(ends_on=date(2026, 3, 14)), Status.ENDED),
        # Running, and new participants may still come.
        (Dates(opens_on=date(2026, 1, 1), deadline_on=date(2026, 5, 1), starts_on=date(2026, 2, 1)), Status.OPEN),
    ],
)
def test_missing_dates_never_open_a_call(dates, status):
    """What is known decides; without an opening or a deadline nobody is invited to apply."""
    assert dates.status(NOON) == status
