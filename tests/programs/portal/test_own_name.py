"""Somebody who was invited by an address says how to be called; until then editors read the address."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from programs.portal.invitations import link_of
from programs.portal.models import Membership
from programs.portal.people import invited
from tests.factories.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest(town, writer):
    """Invited, without a name."""
    return invited("ina@lindenfurt.example", town, Membership.Role.EDITOR, writer)


def test_the_name_is_said_with_the_acceptance(guest):
    browser = Client()
    assert 'name="name"' in browser.get(link_of(guest)).content.decode()
    browser.post(link_of(guest), {"name": " Ina  Feld "})
    assert User.objects.get(pk=guest.user_id).get_full_name() == "Ina Feld"


def test_nobody_has_to_say_a_name(guest):
    Client().post(link_of(guest))
    user = User.objects.get(pk=guest.user_id)
    assert (user.get_full_name(), user.username) == ("", "portal-ina@lindenfurt.example")


def test_the_name_is_changed_later(signed_in, writer):
    assert signed_in.post("/mein-bereich/konto/", {"name": "Kim Neu"}).status_code == 302
    assert 'value="Kim Neu"' in signed_in.get("/mein-bereich/konto/").content.decode()


def test_an_editor_with_the_same_words_as_username_is_not_taken_for_the_guest(town, writer):
    editor = person("ina@lindenfurt.example")
    assert invited("ina@lindenfurt.example", town, Membership.Role.EDITOR, writer).user != editor


def test_a_long_address_finds_room(town, writer):
    address = f"{'x' * 60}@{'y' * 60}.{'z' * 60}.example"
    found = [invited(address, town, Membership.Role.EDITOR, writer).user for _time in range(2)]
    assert found[0] == found[1]
