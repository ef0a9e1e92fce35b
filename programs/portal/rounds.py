"""The daily round of the portal: what is due is written, what is over is closed or forgotten. Safe to run twice."""

from datetime import datetime

from . import desks, freshness, reminders
from .forgetting import forget

WRITERS = (
    reminders.invited,
    reminders.idle,
    reminders.ending,
    reminders.unanswered,
    freshness.to_confirm,
    desks.at_desks,
)


def remind(at: datetime, **kwargs) -> int:
    """Everything whose day has come; says how many mails were written."""
    written = sum(1 for make in WRITERS for _mail in make(at))
    freshness.archive_unanswered(at)
    forget(at)
    return written
