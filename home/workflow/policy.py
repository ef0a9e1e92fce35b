"""Who may do what in the approval of a page: pure questions, each answered by yes or by a reason.

`may(verb, …)` reads the verb's row in `table.py`: the right state, the right person, a comment where one is due.
This module imports no models: it is loaded while `wagtail.models` loads (the finish action needs it).
"""

from typing import Any

from django.utils.translation import gettext as _

from .people import WHO
from .states import WAITING, Review
from .table import TRANSITIONS, Transition, row_of
from .verdict import YES, Verdict, no


def may(verb: str, user: Any, page: Any, comment: str | None = None) -> Verdict:
    """Whether this verb is open now to this person; with `comment` given, also whether it suffices."""
    row = row_of(verb)
    for verdict in (in_right_state(row, page), WHO[row.who](user, page)):
        if not verdict.allowed:
            return verdict
    if row.comment and comment is not None and not comment.strip():
        return no(_("Please write a reason. It becomes part of the record."))
    return YES


def may_retire(page: Any) -> Verdict:
    """Whether the calendar may take the page offline: readers see it, and nobody decides about a new text now."""
    if page.state.review in WAITING:
        return no(_("This text is already under review."))
    return in_right_state(row_of("withdraw"), page)


def in_right_state(row: Transition, page: Any) -> Verdict:
    """Whether the page stands where the verb begins."""
    state = page.state
    if state.publication in row.publication and state.review in row.review:
        return YES
    if state.review in WAITING and row.review != WAITING:
        return no(_("This text is already under review."))
    if row.verb == "submit" and state.review == Review.NONE:
        return no(_("There is nothing new to submit: readers see the newest text."))
    if row.review == WAITING:
        return no(_("This text is not under review."))
    words = {"verb": row.label, "state": state}
    return no(_("“%(verb)s” is not possible here. The page is: %(state)s.") % words)


def open_verbs(user: Any, page: Any) -> list[Transition]:
    """The verbs this person can do with the page now, in the order of the table."""
    return [row for row in TRANSITIONS if may(row.verb, user, page).allowed]
