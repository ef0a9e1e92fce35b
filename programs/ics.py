"""Events and deadlines as calendar files (RFC 5545) that every calendar program takes."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from home.page.models import BasePage

from .models import EditionPage, EventPage

PRODUCT = "-//Aushang//Termine//DE"
REFRESH = timedelta(hours=12)


def calendar_file(name: str, entries: Iterable[icalendar.Event]) -> bytes:
    """The file: its entries, and the rules of the time zone they need."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        made.add_component(entry)
    made.add_missing_timezones()
    return made.to_ical()


def event_entry(page: EventPage) -> icalendar.Event:
    """An event. Its key stays, its number grows with each version, so that calendars replace it."""
    entry = entry_of(page, "event", page.title)
    first, last = page.starts_at, page.ends_at
    if page.all_day:
        entry.add("dtstart", timezone.localdate(first))
        entry.add("dtend", timezone.localdate(last or first) + timedelta(days=1))
    else:
        entry.add("dtstart", local(first))
        if last:
            entry.add("dtend", local(last))
    if page.location:
        entry.add("location", page.location)
    entry.add("status", "CANCELLED" if page.is_cancelled else "CONFIRMED")
    entry.add("description", described(page.lead, page.online_url, page.canonical_url()))
    return entry


def deadline_entry(page: EditionPage) -> icalendar.Event:
    """The deadline of a call: the day, or the moment if it has a time."""
    entry = entry_of(page, "deadline", _("Deadline: %(title)s") % {"title": page.title})
    if page.deadline_time:
        entry.add("dtstart", local_moment(page.deadline_on, page.deadline_time))
    else:
        entry.add("dtstart", page.deadline_on)
        entry.add("transp", "TRANSPARENT")
    entry.add("status", "CONFIRMED")
    entry.add("description", described(page.deadline, page.amount, page.canonical_url()))
    return entry


def entry_of(page: BasePage, kind: str, summary: str) -> icalendar.Event:
    """What all entries have."""
    entry = icalendar.Event()
    entry.add("uid", f"{kind}-{page.pk}@{urlsplit(settings.BASE_URL).hostname}")
    changed = page.last_published_at or page.first_published_at or timezone.now()
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("sequence", page.live_revision_id or 0)
    entry.add("summary", summary)
    entry.add("url", page.canonical_url())
    return entry


def local(moment: datetime) -> datetime:
    """By the clock of the place, so that it stays right whatever becomes of daylight saving."""
    return timezone.localtime(moment)


def local_moment(day: date, moment: time) -> datetime:
    """A time on a day by the same clock."""
    return datetime.combine(day, moment, timezone.get_default_timezone())


def described(*lines: str) -> str:
    """Lines of text without empty ones."""
    return "\n".join(line for line in lines if line)
