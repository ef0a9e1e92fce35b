"""One history of a page: versions, transitions, comments and change notes, newest first, each with who and when."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry, Revision

from ..models import Entry
from ..states import Publication, Review
from . import persons
from .chain import entries_of
from .wording import label_of

# What entries and versions already say.
SAID_BY_ENTRIES = ("aushang.", "wagtail.workflow", "wagtail.delete")
SAID_BY_VERSIONS = ("wagtail.edit", "wagtail.publish", "wagtail.unpublish", "wagtail.revert")


@dataclass(frozen=True)
class Event:
    """One line of the history."""

    at: datetime
    kind: str  # transition, version or note
    what: str
    who: str = ""
    comment: str = ""
    revision: int | None = None
    before: str = ""
    after: str = ""
    number: int | None = None


def history_of(page: Any) -> list[Event]:
    """Everything that happened to the page, newest first."""
    done = transitions_of(page.pk)
    said = {(event.revision, event.comment) for event in done}
    events = [*done, *(said_once(event, said) for event in versions_of(page)), *notes_of(page)]
    return sorted(events, key=lambda event: (event.at, event.number or 0), reverse=True)


def transitions_of(page_key: int) -> list[Event]:
    """What was done to the page, from the record."""
    entries = list(entries_of(page_key).select_related("remark"))
    names = persons.names_of({entry.person_key for entry in entries})
    return [event_of(entry, names) for entry in entries]


def event_of(entry: Entry, names: dict[str, str]) -> Event:
    """An entry as a line of the history."""
    return Event(
        at=entry.at,
        kind="transition",
        what=label_of(entry.verb),
        who=names.get(entry.person_key, _("erased")) if entry.person_key else "",
        comment=comment_of(entry),
        revision=entry.revision_key,
        before=in_words(entry.from_publication, entry.from_review),
        after=in_words(entry.to_publication, entry.to_review),
        number=entry.number,
    )


def comment_of(entry: Entry) -> str:
    """The comment, or that it was erased."""
    if not entry.comment_digest:
        return ""
    remark = getattr(entry, "remark", None)
    return remark.text if remark and remark.salt else _("erased")


def in_words(publication: str, review: str) -> str:
    """Both axes as staff reads them."""
    return f"{Publication(publication).label}, {Review(review).label}"


def versions_of(page: Any) -> list[Event]:
    """The saved versions with their change notes."""
    revisions = Revision.page_revisions.filter(object_id=str(page.pk)).defer("content")
    return [
        Event(
            at=revision.created_at,
            kind="version",
            what=_("Version saved"),
            who=name_of(revision.user),
            comment=getattr(getattr(revision, "change_note", None), "text", ""),
            revision=revision.pk,
        )
        for revision in revisions.select_related("user", "change_note")
    ]


def said_once(event: Event, said: set[tuple[int | None, str]]) -> Event:
    """A version without its note, where the same words stand at the submission of that version."""
    return replace(event, comment="") if (event.revision, event.comment) in said else event


def notes_of(page: Any) -> list[Event]:
    """What else Wagtail's log knows: created, moved, renamed, commented, locked …"""
    log = PageLogEntry.objects.filter(page=page.pk).order_by("timestamp")
    rows = [row for row in log if not row.action.startswith(SAID_BY_ENTRIES + SAID_BY_VERSIONS)]
    people = get_user_model().objects.in_bulk({row.user_id for row in rows})
    return [
        Event(at=row.timestamp, kind="note", what=str(row.message), who=name_of(people.get(row.user_id)))
        for row in rows
    ]


def name_of(user: Any) -> str:
    """How a person is called."""
    return (user.get_full_name() or user.get_username()) if user else ""
