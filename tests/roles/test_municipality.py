"""A person of a municipality: has “Mein Bereich”, and no way to the desk of the editors."""

import pytest

from home.page.models import BasePage
from home.workflow.deed import locked
from home.workflow.table import TRANSITIONS
from tests.factories import approval
from tests.factories.people import person
from tests.roles.deeds import after, on_the_tree, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def municipality(db):
    return person("kommune")


@pytest.fixture
def own_submission(author, municipality):
    """What waits for the academy and belongs to the municipality."""
    page = approval.submitted(author)
    BasePage.objects.filter(pk=page.pk).update(owner=municipality)
    return locked(page)


def test_can_take_an_own_submission_back(municipality, own_submission):
    assert after(municipality, "retract", own_submission) == "nie veröffentlicht, Entwurf"


@pytest.mark.parametrize("verb", [row.verb for row in TRANSITIONS if row.verb != "retract"])
def test_cannot_do_anything_else_at_the_desk(municipality, own_submission, live, verb):
    assert refusal(municipality, verb, own_submission)
    assert refusal(municipality, verb, live)


def test_cannot_touch_a_page_in_the_tree(municipality, own_submission, live):
    assert on_the_tree(municipality, own_submission) == on_the_tree(municipality, live) == set()


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/"])
def test_cannot_open_the_admin(client, municipality, address):
    client.force_login(municipality)
    response = client.get(address)
    assert response.status_code == 403
    assert "Mein Bereich" in response.content.decode()


@pytest.mark.parametrize("role", ["author", "academy", "ministry", "emergency", "superuser"])
def test_everybody_else_gets_a_german_desk(client, request, role):
    client.force_login(request.getfixturevalue(role))
    response = client.get("/admin/")
    assert response.status_code == 200
    assert 'lang="de"' in response.content.decode()
