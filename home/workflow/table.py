"""All transitions of a page on one screen: which verb leads from where to where, who may, and when a reason is due.

`policy.py` asks this table, `transitions.py` does the verbs, the admin draws it. A verb that is not here does not exist.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .states import WAITING, Publication, Review

ANYWHERE = tuple(Publication)
ANY_TEXT = tuple(Review)
P, R = Publication, Review
SETTLED = (R.NONE, R.DRAFT, R.CHANGES_REQUESTED, R.DECLINED)
SUBMITTABLE = (R.DRAFT, R.CHANGES_REQUESTED)
NOT_ARCHIVED = (P.NEVER, P.SCHEDULED, P.PUBLISHED, P.WITHDRAWN)


@dataclass(frozen=True)
class Transition:
    """One row: from which states, to which (None: stays), the question of `policy.WHO`, whether a comment is due."""

    verb: str
    label: str | Promise
    publication: tuple[Publication, ...]
    review: tuple[Review, ...]
    to_publication: Publication | None
    to_review: Review | None
    who: str
    comment: bool = False


T = Transition
TRANSITIONS = (
    # verb, label                                               from: publication         review               to: publication  review            who               comment
    T("submit", _("Submit for approval"),                       NOT_ARCHIVED,             SUBMITTABLE,         None,        R.SUBMITTED,          "submitter"),
    T("retract", _("Take the submission back"),                 ANYWHERE,                 WAITING,             None,        R.DRAFT,              "sender"),
    T("approve", _("Approve"),                                  ANYWHERE,                 WAITING,             P.PUBLISHED, R.NONE,               "second_pair"),
    T("request_changes", _("Request changes"),                  ANYWHERE,                 WAITING,             None,        R.CHANGES_REQUESTED,  "reviewer",       True),
    T("send_back", _("Send back to the step before"),           ANYWHERE,                 WAITING,             None,        R.SUBMITTED,          "later_reviewer", True),
    T("propose_decline", _("Propose to decline"),               ANYWHERE,                 WAITING,             None,        None,                 "proposer",       True),
    T("decline", _("Decline"),                                  ANYWHERE,                 WAITING,             None,        R.DECLINED,           "decliner",       True),
    T("advise", _("Comment as an adviser"),                     ANYWHERE,                 WAITING,             None,        None,                 "adviser",        True),
    T("unschedule", _("Take back the date"),                    NOT_ARCHIVED,             SETTLED,             None,        R.DRAFT,              "scheduler"),
    T("ask_withdrawal", _("Ask to take it offline"),            (P.PUBLISHED,),           ANY_TEXT,            None,        None,                 "asker",          True),
    T("withdraw", _("Take it offline"),                         (P.PUBLISHED,),           ANY_TEXT,            P.WITHDRAWN, None,                 "withdrawer",     True),
    T("archive", _("Archive"),                                  (P.NEVER, P.WITHDRAWN),   SETTLED,             P.ARCHIVED,  R.NONE,               "section_editor", True),
    T("reopen", _("Reopen"),                                    ANYWHERE,                 (R.NONE, R.DECLINED), None,       R.DRAFT,              "reopener",       True),
    T("publish_emergency", _("Publish in an emergency"),        NOT_ARCHIVED,             ANY_TEXT,            P.PUBLISHED, R.NONE,               "emergency",      True),
    T("look_again", _("Confirm an emergency publication"),      (P.PUBLISHED,),           ANY_TEXT,            None,        None,                 "second_look",    True),
)  # fmt: skip

_rows = {row.verb: row for row in TRANSITIONS}


def row_of(verb: str) -> Transition:
    """The row of a verb; raises KeyError for a verb that does not exist."""
    return _rows[verb]
