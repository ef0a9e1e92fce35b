"""The truth table: where a page can stand, and what is then open to whom. A verb that is not named is refused."""

from home.workflow.states import Publication, Review
from tests.factories import approval, pages

P, R = Publication, Review

# A way to each place, by an author and an editor of the academy.
PLACES = {
    "draft": lambda author, editor: pages.draft_article(owner=author),
    "submitted": lambda author, editor: approval.submitted(author),
    "changes requested": approval.changes_requested,
    "with the ministry": approval.with_the_ministry,
    "advice asked": approval.advice_asked,
    "declined": approval.declined,
    "scheduled": approval.scheduled,
    "published": approval.approved,
    "second look owed": approval.published_in_emergency,
    "withdrawal asked": approval.withdrawal_asked,
    "update with a date": approval.update_with_a_date,
    "published, newer draft": approval.edited_after_release,
    "update submitted": approval.update_submitted,
    "update: changes requested": lambda author, editor: approval.answered(
        approval.update_submitted(author, editor), "request_changes", editor
    ),
    "update with the ministry": approval.update_with_the_ministry,
    "update declined": lambda author, editor: approval.answered(
        approval.update_submitted(author, editor), "decline", editor
    ),
    "withdrawn": approval.withdrawn,
    "withdrawn, submitted": approval.withdrawn_submitted,
    "withdrawn: changes requested": lambda author, editor: approval.answered(
        approval.withdrawn_submitted(author, editor), "request_changes", editor
    ),
    "withdrawn, with the ministry": approval.withdrawn_with_the_ministry,
    "withdrawn, declined": lambda author, editor: approval.answered(
        approval.withdrawn_submitted(author, editor), "decline", editor
    ),
    "archived": approval.archived,
}
# What readers see there, and where the newest text is.
STATES = {
    "draft": (P.NEVER, R.DRAFT),
    "submitted": (P.NEVER, R.SUBMITTED),
    "changes requested": (P.NEVER, R.CHANGES_REQUESTED),
    "with the ministry": (P.NEVER, R.AWAITING_RELEASE),
    "advice asked": (P.NEVER, R.SUBMITTED),
    "declined": (P.NEVER, R.DECLINED),
    "scheduled": (P.SCHEDULED, R.NONE),
    "published": (P.PUBLISHED, R.NONE),
    "second look owed": (P.PUBLISHED, R.NONE),
    "withdrawal asked": (P.PUBLISHED, R.NONE),
    "update with a date": (P.PUBLISHED, R.NONE),
    "published, newer draft": (P.PUBLISHED, R.DRAFT),
    "update submitted": (P.PUBLISHED, R.SUBMITTED),
    "update: changes requested": (P.PUBLISHED, R.CHANGES_REQUESTED),
    "update with the ministry": (P.PUBLISHED, R.AWAITING_RELEASE),
    "update declined": (P.PUBLISHED, R.DECLINED),
    "withdrawn": (P.WITHDRAWN, R.DRAFT),
    "withdrawn, submitted": (P.WITHDRAWN, R.SUBMITTED),
    "withdrawn: changes requested": (P.WITHDRAWN, R.CHANGES_REQUESTED),
    "withdrawn, with the ministry": (P.WITHDRAWN, R.AWAITING_RELEASE),
    "withdrawn, declined": (P.WITHDRAWN, R.DECLINED),
    "archived": (P.ARCHIVED, R.NONE),
}
ROLES = ("author", "academy", "ministry", "emergency", "superuser")
NOTHING = ""
# Place: what is open to author, academy, ministry, emergency group, superuser.
TABLE = {
    "draft": (
        "submit",
        "archive submit",
        "archive submit",
        "archive publish_emergency submit",
        "submit",
    ),
    "submitted": (
        "retract",
        "approve decline request_changes",
        NOTHING,
        "publish_emergency",
        NOTHING,
    ),
    "changes requested": (
        "submit",
        "archive submit",
        "archive submit",
        "archive publish_emergency submit",
        "submit",
    ),
    "with the ministry": (
        "retract",
        NOTHING,
        "approve decline request_changes send_back",
        "publish_emergency",
        NOTHING,
    ),
    "advice asked": (
        "retract",
        "approve decline request_changes",
        "advise",
        "publish_emergency",
        NOTHING,
    ),
    "declined": (
        NOTHING,
        "archive reopen",
        "archive reopen",
        "archive publish_emergency reopen",
        NOTHING,
    ),
    "scheduled": (
        "unschedule",
        "unschedule",
        "unschedule",
        "publish_emergency unschedule",
        "unschedule",
    ),
    "published": (
        "ask_withdrawal",
        "ask_withdrawal",
        "ask_withdrawal",
        "ask_withdrawal publish_emergency withdraw",
        "ask_withdrawal",
    ),
    "published, newer draft": (
        "ask_withdrawal submit",
        "ask_withdrawal submit",
        "ask_withdrawal submit",
        "ask_withdrawal publish_emergency submit withdraw",
        "ask_withdrawal submit",
    ),
    "second look owed": (
        "ask_withdrawal",
        "ask_withdrawal look_again",
        "ask_withdrawal look_again",
        "ask_withdrawal look_again publish_emergency withdraw",
        "ask_withdrawal",
    ),
    "withdrawal asked": (
        NOTHING,
        "withdraw",
        "withdraw",
        "publish_emergency withdraw",
        NOTHING,
    ),
    "withdrawn": (
        "submit",
        "archive submit",
        "archive submit",
        "archive publish_emergency submit",
        "submit",
    ),
    "archived": (
        NOTHING,
        "reopen",
        "reopen",
        "reopen",
        NOTHING,
    ),
    "update with a date": (
        "ask_withdrawal unschedule",
        "ask_withdrawal unschedule",
        "ask_withdrawal unschedule",
        "ask_withdrawal publish_emergency unschedule withdraw",
        "ask_withdrawal unschedule",
    ),
    "update submitted": (
        "ask_withdrawal retract",
        "approve ask_withdrawal decline request_changes",
        "ask_withdrawal",
        "ask_withdrawal publish_emergency withdraw",
        "ask_withdrawal",
    ),
    "update: changes requested": (
        "ask_withdrawal submit",
        "ask_withdrawal submit",
        "ask_withdrawal submit",
        "ask_withdrawal publish_emergency submit withdraw",
        "ask_withdrawal submit",
    ),
    "update with the ministry": (
        "ask_withdrawal retract",
        "ask_withdrawal",
        "approve ask_withdrawal decline request_changes send_back",
        "ask_withdrawal publish_emergency withdraw",
        "ask_withdrawal",
    ),
    "update declined": (
        "ask_withdrawal",
        "ask_withdrawal reopen",
        "ask_withdrawal reopen",
        "ask_withdrawal publish_emergency reopen withdraw",
        "ask_withdrawal",
    ),
    "withdrawn, submitted": (
        "retract",
        "approve decline request_changes",
        NOTHING,
        "publish_emergency",
        NOTHING,
    ),
    "withdrawn: changes requested": (
        "submit",
        "archive submit",
        "archive submit",
        "archive publish_emergency submit",
        "submit",
    ),
    "withdrawn, with the ministry": (
        "retract",
        NOTHING,
        "approve decline request_changes send_back",
        "publish_emergency",
        NOTHING,
    ),
    "withdrawn, declined": (
        NOTHING,
        "archive reopen",
        "archive reopen",
        "archive publish_emergency reopen",
        NOTHING,
    ),
}
