"""Days on which somebody works."""

from datetime import date, timedelta

FRIDAY = 4


def working_day(start: date, days: int) -> date:
    """The day so many working days after this one."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if day.weekday() <= FRIDAY:
            days -= 1
    return day
