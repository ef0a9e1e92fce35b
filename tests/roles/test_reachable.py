"""The truth table is complete: whatever anybody may do leads to a state that it tells of, and where its row says."""

import pytest
from django.db import transaction

from home.workflow import policy, roles, transitions
from home.workflow.deed import locked
from home.workflow.states import Publication, Review
from home.workflow.table import Transition
from tests.factories import approval
from tests.factories.people import person
from tests.roles.truth import PLACES, ROLES, STATES

pytestmark = pytest.mark.django_db

State = tuple[Publication, Review]
# Where a verb leads elsewhere than its row says in general: a newer text, or none, is there on the way.
ELSEWHERE: dict[tuple[str, str], State] = {
    ("scheduled", "unschedule"): STATES["draft"],
    ("archived", "reopen"): STATES["withdrawn"],
} | {(place, "withdraw"): STATES["withdrawn"] for place in STATES if STATES[place] == STATES["published"]}
# An emergency is now, and the text has a date of its own: refused with that sentence.
REFUSED_BY_DATE = {("scheduled", "publish_emergency"), ("update with a date", "publish_emergency")}


@pytest.fixture
def people(request, academy):
    """Somebody in each role, and somebody who has no hand in anything yet."""
    found = {role: request.getfixturevalue(role) for role in ROLES}
    return found | {"second editor": person("akademie2", roles.ACADEMY)}


def expected(place: str, row: Transition) -> State:
    """Where the row says that the page stands afterwards."""
    publication, review = STATES[place]
    said = (row.to_publication or publication, row.to_review or review)
    return ELSEWHERE.get((place, row.verb), said)


def state_of(page) -> State:
    page = locked(page)
    return page.state.publication, page.state.review


def after(deed, page) -> State:
    """Where the page stands after the deed, which is then undone."""
    start = transaction.savepoint()
    deed(locked(page))
    found = state_of(page)
    transaction.savepoint_rollback(start)
    return found


@pytest.mark.parametrize("place", PLACES)
def test_whatever_is_open_leads_where_its_row_says(author, academy, people, place):
    page = PLACES[place](author, academy)
    for user in people.values():
        for row in policy.open_verbs(user, locked(page)):
            if (place, row.verb) not in REFUSED_BY_DATE:
                led = after(lambda text: transitions.VERBS[row.verb](text, user, "Begründung."), page)  # noqa: B023
                assert (row.verb, led) == (row.verb, expected(place, row))
                assert led in STATES.values()


@pytest.mark.parametrize("place", PLACES)
def test_writing_leads_to_no_other_state(author, academy, people, place):
    page = PLACES[place](author, academy)
    for user in people.values():
        lock = page.get_lock()
        if not (lock and lock.for_user(user)):
            assert after(lambda text: approval.edit(text, user, lead="Anders"), page) in STATES.values()  # noqa: B023


def test_what_no_place_tells_of_cannot_be():
    """The states beyond the table: nobody and nothing gets there."""
    beyond = {(p, r) for p in Publication for r in Review} - set(STATES.values())
    assert beyond == {
        (Publication.NEVER, Review.NONE),
        *((Publication.SCHEDULED, review) for review in Review if review != Review.NONE),
        (Publication.WITHDRAWN, Review.NONE),
        *((Publication.ARCHIVED, review) for review in Review if review != Review.NONE),
    }
