"""Amounts, deadlines and the status of an edition as sentences."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils.formats import date_format, number_format, time_format
from django.utils.translation import gettext as _

from .status import Dates, Status

EURO = "euro"


def day_in_words(day: date) -> str:
    """With the day of the week."""
    return f"{date_format(day, 'l')}, {date_format(day)}"


def deadline_in_words(day: date, moment: time | None) -> str:
    """The last day, and the time if there is one."""
    if moment is None:
        return day_in_words(day)
    return _("%(day)s, %(time)s") % {"day": day_in_words(day), "time": time_format(moment)}


def status_in_words(dates: Dates, at: datetime) -> str:
    """How it stands, with the date that matters next."""
    status = dates.status(at)
    sentences = {
        Status.PLANNED: (_("Planned"), _("Planned, applications from %(date)s"), dates.opens_on),
        Status.OPEN: (_("Open for applications"), _("Open for applications until %(deadline)s"), dates.deadline_on),
        Status.LAST_DAY: ("", _("Last day for applications: today, %(deadline)s"), dates.deadline_on),
        Status.CLOSED: (_("Applications closed"), _("Applications closed since %(deadline)s"), dates.deadline_on),
        Status.RUNNING: (_("Running"), _("Running until %(month)s"), dates.ends_on),
        Status.ENDED: (_("Ended"), _("Ended in %(month)s"), dates.ends_on),
    }
    plain, full, day = sentences[status]
    if day is None:
        return plain
    words = {"date": day_in_words(day), "month": date_format(day, "F Y")}
    if dates.deadline_on:
        words["deadline"] = deadline_in_words(dates.deadline_on, dates.deadline_time)
    return full % words


def amount_in_words(values: Mapping[str, Any], units: Mapping[str, Any], bases: Mapping[str, Any]) -> str:
    """From, to, unit and for whom: “up to 40,000 euro for each participant”."""
    low, high = values["amount_from"], values["amount_to"]
    if low is None and high is None:
        return ""
    words = {
        "low": number(low),
        "high": number(high),
        "unit": units.get(values["amount_unit"], ""),
        "basis": bases.get(values["amount_basis"], ""),
    }
    if low is None:
        return _("up to %(high)s %(unit)s %(basis)s") % words
    if high is None:
        return _("at least %(low)s %(unit)s %(basis)s") % words
    if low == high:
        return _("%(low)s %(unit)s %(basis)s") % words
    return _("%(low)s to %(high)s %(unit)s %(basis)s") % words


def number(value: int | None) -> str:
    """With groups of three digits."""
    return "" if value is None else number_format(value, force_grouping=True)
