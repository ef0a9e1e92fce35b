"""Each role's job description: which verbs it has on which page."""

import pytest

from tests.factories.people import person
from tests.roles.verbs import allowed

pytestmark = pytest.mark.django_db

NOTHING: set[str] = set()
PLACES = ("own_draft", "foreign_draft", "waiting", "live")
JOBS = {
    "author": ({"edit", "submit", "delete", "move"}, NOTHING, NOTHING, NOTHING),
    "academy": (
        {"edit", "submit", "delete", "move"},
        {"edit", "submit", "delete", "move"},
        {"edit"},
        {"edit", "submit"},
    ),
    "ministry": (
        {"edit", "submit", "delete", "move"},
        {"edit", "submit", "delete", "move"},
        {"edit"},
        {"edit", "submit"},
    ),
    "emergency": (
        {"edit", "submit", "delete", "move"},
        {"edit", "submit", "delete", "move"},
        {"edit"},
        {"edit", "submit", "move"},
    ),
    "superuser": (
        {"edit", "submit", "delete", "move"},
        {"edit", "submit", "delete", "move"},
        {"edit"},
        {"edit", "submit"},
    ),
}


@pytest.mark.parametrize("role", JOBS)
@pytest.mark.parametrize("place", PLACES)
def test_the_verbs_of_a_role(request, role, place):
    page = request.getfixturevalue(place)
    user = request.getfixturevalue(role)
    assert allowed(user, page) == JOBS[role][PLACES.index(place)]


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/site-history/"])
def test_a_municipality_has_no_way_into_the_admin(client, address):
    client.force_login(person("kommune"))
    response = client.get(address)
    assert response.status_code == 403
    assert "Mein Bereich" in response.content.decode()


@pytest.mark.parametrize("role", ["author", "academy", "ministry", "emergency", "superuser"])
def test_every_editor_gets_a_german_desk(client, request, role):
    client.force_login(request.getfixturevalue(role))
    response = client.get("/admin/")
    assert response.status_code == 200
    assert 'lang="de"' in response.content.decode()
