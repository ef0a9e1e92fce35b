"""What happened to a case study so far, in the words of its municipality."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.workflow.record.chain import entries_of
from home.workflow.record.wording import label_of

MOST = 20
# What the editors do among themselves is not told here.
AMONG_EDITORS = ("advise", "look_again", "send_back", "propose_decline")
HAPPENED: dict[str, str | Promise] = {
    "submit": _("You submitted it"),
    "retract": _("You took it back"),
    "request_changes": _("Questions to you"),
    "approve": _("Checked, and passed on"),
    "decline": _("Not accepted"),
    "ask_withdrawal": _("Somebody asked to take it offline"),
    "withdraw": _("Taken offline"),
    "archive": _("Put into the archive"),
    "reopen": _("Opened again"),
    "unschedule": _("The date of publication was taken back"),
    "publish_emergency": _("Published"),
}


@dataclass(frozen=True)
class Happening:
    """One line."""

    at: datetime
    what: str | Promise


def events_of(page_key: int) -> list[Happening]:
    """The newest first."""
    entries = entries_of(page_key).exclude(verb__in=AMONG_EDITORS).order_by("-number")[:MOST]
    return [Happening(entry.at, HAPPENED.get(entry.verb) or label_of(entry.verb)) for entry in entries]
