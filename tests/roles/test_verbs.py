"""State × role × verb: what is open to whom. The table is in `truth.py`, and complete: a verb not named is refused."""

import pytest
from django.contrib.auth.models import AnonymousUser

from home.workflow import policy, transitions
from home.workflow.deed import locked
from home.workflow.table import TRANSITIONS
from tests.factories.people import person
from tests.roles.truth import PLACES, ROLES, STATES, TABLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(request):
    """Somebody in each role; a sender, who is in no group of the desk; and nobody in particular."""
    found = {role: request.getfixturevalue(role) for role in ROLES}
    return found | {"municipality": person("kommune"), "anonymous": AnonymousUser()}


@pytest.mark.parametrize("place", PLACES)
def test_the_verbs_open_to_each_role(author, academy, people, place):
    page = locked(PLACES[place](author, academy))
    assert (page.state.publication, page.state.review) == STATES[place]
    found = {role: {row.verb for row in policy.open_verbs(user, page)} for role, user in people.items()}
    told = {role: set(cell.split()) for role, cell in zip(ROLES, TABLE[place], strict=True)}
    assert found == told | {"municipality": set(), "anonymous": set()}


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.verb)
def test_every_verb_of_the_table_has_its_deed(row):
    assert row.verb in transitions.VERBS


def test_the_table_names_every_place_for_every_role():
    assert set(PLACES) == set(STATES) == set(TABLE)
    assert {len(cells) for cells in TABLE.values()} == {len(ROLES)}


def test_every_verb_is_open_somewhere_to_somebody():
    told = {verb for cells in TABLE.values() for cell in cells for verb in cell.split()}
    of_case_studies = {"propose_decline"}  # tests/programs/portal/test_declining.py
    assert told | of_case_studies == {row.verb for row in TRANSITIONS}
