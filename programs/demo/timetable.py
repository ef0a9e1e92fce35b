"""Dates of stories: a day in the calendar, or so many days from the day of loading."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone


def resolved(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with their dates as they are today; `{ days = 12 }` is a day, with `time` it is a moment."""
    return {name: resolve(value) for name, value in fields.items()}


def resolve(value: Any) -> Any:
    """One value."""
    if isinstance(value, datetime):
        return timezone.make_aware(value)
    if isinstance(value, dict) and "days" in value:
        day = timezone.localdate() + timedelta(days=value["days"])
        return at(day, value["time"]) if "time" in value else day
    return value


def at(day: date, moment: time) -> datetime:
    """A moment by the clock of the place."""
    return timezone.make_aware(datetime.combine(day, moment))
