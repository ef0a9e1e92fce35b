"""Which verbs a person is offered for a page, in which form, and why the others are not."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .. import policy
from ..table import TRANSITIONS, Transition

WITHDRAWAL = ("ask_withdrawal", "withdraw")
EMERGENCY = ("publish_emergency",)
DECLINING = ("propose_decline", "decline")
FIRST_CHOICE = ("approve", "submit", "look_again")
SERIOUS = ("propose_decline", "decline", "withdraw", "publish_emergency", "archive")

# What is said after the deed.
DONE: dict[str, str | Promise] = {
    "submit": _("Submitted. The reviewers have been told."),
    "retract": _("Taken back. The text is yours again."),
    "approve": _("Approved."),
    "request_changes": _("The author was asked for changes."),
    "send_back": _("Sent back to the step before."),
    "propose_decline": _("Proposed. A second person has to confirm it."),
    "decline": _("Declined."),
    "advise": _("Your comment was passed on."),
    "unschedule": _("The date was taken back."),
    "ask_withdrawal": _("Your wish is noted. A second person has to confirm it."),
    "withdraw": _("The page is offline."),
    "archive": _("Archived."),
    "reopen": _("Reopened as a draft."),
    "publish_emergency": _("Published in an emergency. A second look is owed now."),
    "look_again": _("The second look is done."),
}


@dataclass(frozen=True)
class Offer:
    """Verbs that share a form: one comment, a button each."""

    name: str
    heading: str | Promise
    verbs: list[Transition]

    @property
    def with_reason(self) -> list[str]:
        """The verbs that are refused without a comment."""
        return [str(row.label) for row in self.verbs if row.comment]

    @property
    def all_with_reason(self) -> bool:
        """Whether no verb of this form goes without a comment."""
        return len(self.with_reason) == len(self.verbs)


@dataclass(frozen=True)
class Closed:
    """A verb this person cannot do now, and why."""

    label: str | Promise
    reason: str | Promise


def offers(user: Any, page: Any) -> tuple[list[Offer], list[Closed]]:
    """The forms for the verbs that are open, and the verbs that are not."""
    open_rows, closed = [], []
    for row in TRANSITIONS:
        verdict = policy.may(row.verb, user, page)
        if verdict.allowed:
            open_rows.append(row)
        else:
            closed.append(Closed(row.label, verdict.reason))
    return grouped(open_rows, page.is_declined_by_two), closed


def grouped(rows: list[Transition], is_declined_by_two: bool) -> list[Offer]:
    """Decisions first; taking offline, emergencies, and declining where it takes two, have forms of their own."""
    declining = [row for row in rows if is_declined_by_two and row.verb in DECLINING]
    ordinary = [row for row in rows if row.verb not in (*WITHDRAWAL, *EMERGENCY) and row not in declining]
    ordinary.sort(key=lambda row: row.verb not in FIRST_CHOICE)
    groups = [
        Offer("decide", _("What do you decide?"), ordinary),
        Offer("declining", _("Do not accept the text"), declining),
        Offer("withdrawal", _("Take the page offline"), [row for row in rows if row.verb in WITHDRAWAL]),
        Offer("emergency", _("Publish in an emergency"), [row for row in rows if row.verb in EMERGENCY]),
    ]
    return [group for group in groups if group.verbs]
