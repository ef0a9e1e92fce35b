"""Nothing of the admin, and nothing of another municipality: asked of every address there is."""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.urls import URLPattern, URLResolver, get_resolver

from programs.portal import invitations
from programs.portal.models import Invitation, Membership
from tests.factories import portal

pytestmark = pytest.mark.django_db

PORTAL, ADMIN = "mein-bereich/", "admin/"
# What everybody may open; what it says is tested elsewhere.
OPEN_TO_ALL = {
    "portal_sign_in", "portal_code", "portal_password", "portal_sign_in_link", "portal_sign_out", "portal_access",
    "portal_overview", "portal_account", "portal_own_data",
}  # fmt: skip


def addresses(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[URLPattern, str]]:
    """Every pattern with its whole route."""
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, route)
        else:
            yield entry, route


def below(prefix: str) -> list[tuple[URLPattern, str]]:
    """All addresses below a prefix."""
    return [(entry, route) for entry, route in addresses(get_resolver()) if route.startswith(prefix)]


def filled(route: str) -> str:
    """The route with something in its places."""
    path = re.sub(r"\(\?P<[^>]+>(?:[^()]|\([^()]*\))*\)", "1", route)
    path = re.sub(r"<(?:\w+:)?\w+>", "1", path)
    return "/" + re.sub(r"[\^$\\?]|\(\.\*\)|\.\*|\(\)|\+", "", path)


ADMIN_ROUTES = sorted({filled(route) for _entry, route in below(ADMIN)})


def test_there_are_many_addresses_of_the_admin():
    assert len(ADMIN_ROUTES) > 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_of_the_admin_opens_for_a_municipality(signed_in, method):
    opened = {path: getattr(signed_in, method)(path).status_code for path in ADMIN_ROUTES}
    assert {path: status for path, status in opened.items() if status not in (403, 404)} == {}


def test_it_is_said_where_the_own_part_is(signed_in):
    assert "Mein Bereich" in signed_in.get("/admin/").content.decode()


@pytest.fixture
def foreign(academy, stranger, other_town):
    """A value for each place in an address of the portal, all of another municipality."""
    page = portal.asked(stranger, other_town, academy)
    waiting = Membership.objects.create(user=portal.person("neu"), municipality=other_town)
    return {
        "case": page.pk,
        "section": "anlass",
        "comment": page.section_comments.get().pk,
        "municipality": other_town.pk,
        "membership": Membership.objects.get(user=stranger).pk,
        "kind": "pictures",
        "picture": 1,
        "person": stranger.pk,
        "published": page.pk,
        "form": "docx",
        "invitation": Invitation.objects.create(
            municipality=other_town, deadline="2030-01-01", invited_at="2029-01-01T00:00Z", membership=waiting
        ).pk,
    }


def portal_patterns() -> list[URLPattern]:
    """All addresses of the portal but those that everybody may open, or that carry their own key."""
    return [entry for entry, _route in below(PORTAL) if entry.name not in OPEN_TO_ALL and not carries_key(entry)]


def carries_key(entry: URLPattern) -> bool:
    """Whether the address itself is the secret, as in a mail."""
    return "key" in entry.pattern.converters


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", sorted(entry.name for entry in portal_patterns()))
def test_nothing_of_another_municipality_opens(signed_in, foreign, name, method):
    entry = next(entry for entry in portal_patterns() if entry.name == name)
    unknown = set(entry.pattern.converters) - set(foreign)
    assert not unknown, f"say in the fixture what {unknown} of another municipality is"
    path = entry.pattern.match  # the route is filled by name, so that a new one is covered by itself
    assert path
    answer = getattr(signed_in, method)(filled_by(entry, foreign))
    assert answer.status_code in (403, 404, 405), name


def filled_by(entry: URLPattern, values: dict) -> str:
    """The address with these values."""
    return "/" + PORTAL + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values[match[1]]), str(entry.pattern))


@pytest.mark.parametrize("name", sorted(entry.name for entry in portal_patterns()))
def test_nothing_opens_without_signing_in(client, foreign, name):
    entry = next(entry for entry in portal_patterns() if entry.name == name)
    answer = client.get(filled_by(entry, foreign))
    assert answer.status_code in (302, 405)
    if answer.status_code == 302:
        assert answer.url.startswith("/mein-bereich/anmelden/")


def test_a_key_that_was_tampered_with_opens_nothing(client, foreign):
    membership = Membership.objects.get(pk=foreign["membership"])
    link = invitations.link_of(membership)
    assert client.get(link[:-3] + "x/").status_code == 410


def test_an_editor_has_no_portal(client, academy):
    cache.clear()
    client.force_login(academy)
    assert client.get("/mein-bereich/").status_code == 404


def test_a_reader_reads_and_changes_nothing(client, town, writer):
    page = portal.draft(writer, town)
    client.force_login(portal.member("leser", town, "reader"))
    assert client.get(f"/mein-bereich/beispiel/{page.pk}/worum/").status_code == 200
    assert client.post(f"/mein-bereich/beispiel/{page.pk}/worum/", {"title": "Anders"}).status_code == 403
    assert page.get_latest_revision_as_object().title != "Anders"


def test_who_left_sees_nothing(signed_in, town, writer):
    page = portal.draft(writer, town)
    Membership.objects.filter(user=writer).update(ended_at="2026-01-01T00:00Z")
    assert signed_in.get(f"/mein-bereich/beispiel/{page.pk}/").status_code == 404
