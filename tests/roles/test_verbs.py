"""State × role: which verbs of approval are open to whom. The table is complete; a verb not named is refused."""

import pytest
from django.contrib.auth.models import AnonymousUser

from home.workflow import policy, transitions
from home.workflow.deed import locked
from home.workflow.table import TRANSITIONS
from tests.factories import approval, pages
from tests.factories.people import person

pytestmark = pytest.mark.django_db

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
    "published, newer draft": approval.edited_after_release,
    "withdrawal asked": approval.withdrawal_asked,
    "withdrawn": approval.withdrawn,
    "archived": approval.archived,
}
ROLES = ("author", "academy", "ministry", "emergency", "superuser")
OUTSIDE = ("municipality", "anonymous")
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
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("place", PLACES)
def test_the_verbs_open_to_a_role(request, author, academy, place, role):
    page = locked(PLACES[place](author, academy))
    user = request.getfixturevalue(role)
    open_verbs = {row.verb for row in policy.open_verbs(user, page)}
    assert open_verbs == set(TABLE[place][ROLES.index(role)].split())


@pytest.fixture
def municipality(db):
    """A sender: no group of the desk."""
    return person("kommune")


@pytest.fixture
def anonymous():
    """Nobody in particular."""
    return AnonymousUser()


@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_open_outside_the_desk(request, author, academy, place, role):
    page = locked(PLACES[place](author, academy))
    assert policy.open_verbs(request.getfixturevalue(role), page) == []


def test_a_sender_takes_back_what_is_theirs(author, municipality):
    page = approval.submitted(author)
    type(page).objects.filter(pk=page.pk).update(owner=municipality)
    assert [row.verb for row in policy.open_verbs(municipality, locked(page))] == ["retract"]


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.verb)
def test_every_verb_of_the_table_has_its_deed(row):
    assert row.verb in transitions.VERBS


def test_every_verb_is_open_somewhere_to_somebody():
    told = {verb for cells in TABLE.values() for cell in cells for verb in cell.split()}
    assert told == {row.verb for row in TRANSITIONS}
