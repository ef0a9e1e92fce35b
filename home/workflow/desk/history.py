"""What was done and said about a page so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.forms import Media
from wagtail.models import PageLogEntry

NO_MEDIA = Media()
# Wagtail tells the same story once more, in its own words.
TOLD_TWICE = ("wagtail.workflow", "wagtail.publish", "wagtail.unpublish")
MOST = 200


@dataclass(frozen=True)
class Entry:
    """One line of the history."""

    at: datetime
    person: str
    sentence: str
    comment: str
    times: int = 1


def entries(page: Any) -> list[Entry]:
    """The newest first; saves in a row by the same person count as one."""
    rows = PageLogEntry.objects.filter(page=page.pk).select_related("user").order_by("-timestamp", "-pk")
    rows = [row for row in rows[:MOST] if not is_told_twice(row)]
    return [entry_of(list(group)) for _key, group in groupby(rows, key=run_of)]


def is_told_twice(row: PageLogEntry) -> bool:
    """Whether one of our own entries says the same; what ran by itself, by its date, has no other entry."""
    return row.action.startswith(TOLD_TWICE) and row.user_id is not None


def run_of(row: PageLogEntry) -> tuple[Any, ...]:
    """Saves of one person belong together, everything else stands alone."""
    return (row.action, row.user_id) if row.action == "wagtail.edit" else (row.pk,)


def entry_of(rows: Iterable[PageLogEntry]) -> Entry:
    """One line for one entry or a run of saves."""
    newest = rows[0]
    said = newest.data.get("comment", "") if isinstance(newest.data, dict) else ""
    return Entry(newest.timestamp, newest.user_display_name, newest.message, said, len(rows))
