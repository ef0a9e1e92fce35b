"""Signing in by mail: a link that scanners may open, six digits, limits, and no word about who is known."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from programs.portal.models import Membership, SignIn
from tests.factories import portal

DOOR = "/mein-bereich/anmelden/"
pytestmark = pytest.mark.django_db


def ask(client, captured, email: str = "kommune@example.org"):
    """Asks for the mail, with what happens after the transaction."""
    with captured(execute=True):
        return client.post(DOOR, {"email": email})


def code_in(text: str) -> str:
    return re.search(r"\b(\d{6})\b", text)[1]


def link_in(text: str) -> str:
    return re.search(r"http://\S+?(/mein-bereich/\S+)", text)[1]


def test_the_digits_open_the_door(client, writer, django_capture_on_commit_callbacks):
    ask(client, django_capture_on_commit_callbacks)
    answer = client.post(f"{DOOR}code/", {"code": code_in(mail.outbox[0].body)})
    assert answer.url == "/mein-bereich/"
    assert client.get("/mein-bereich/").status_code == 200


def test_a_known_and_an_unknown_address_get_the_same_answer(client, writer, django_capture_on_commit_callbacks):
    known = ask(client, django_capture_on_commit_callbacks)
    shown_to_known = client.get(known.url).content
    unknown = ask(client, django_capture_on_commit_callbacks, "niemand@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(shown_to_known) == len(client.get(unknown.url).content)
    assert len(mail.outbox) == 1
    assert client.post(f"{DOOR}code/", {"code": "123456"}).status_code == 422


def test_opening_the_link_changes_nothing_pressing_the_button_signs_in(
    client, writer, django_capture_on_commit_callbacks
):
    ask(client, django_capture_on_commit_callbacks)
    link = link_in(mail.outbox[0].body)
    before = list(SignIn.objects.values())
    for _scanner in range(3):
        assert "Jetzt anmelden" in client.get(link).content.decode()
    assert list(SignIn.objects.values()) == before
    assert client.get("/mein-bereich/").status_code == 302
    client.post(link)
    assert client.get("/mein-bereich/").status_code == 200


def test_link_and_digits_are_good_for_one_time(client, writer, django_capture_on_commit_callbacks):
    ask(client, django_capture_on_commit_callbacks)
    text = mail.outbox[0].body
    client.post(link_in(text))
    client.post("/mein-bereich/abmelden/")
    assert client.post(link_in(text)).status_code == 410
    assert client.post(f"{DOOR}code/", {"code": code_in(text)}).status_code == 422


def test_after_an_hour_both_are_too_old(client, writer, django_capture_on_commit_callbacks):
    ask(client, django_capture_on_commit_callbacks)
    SignIn.objects.update(created_at=timezone.now() - timedelta(minutes=61))
    assert client.get(link_in(mail.outbox[0].body)).status_code == 410
    assert client.post(f"{DOOR}code/", {"code": code_in(mail.outbox[0].body)}).status_code == 422


def test_five_wrong_digits_and_the_right_ones_are_refused_too(client, writer, django_capture_on_commit_callbacks):
    ask(client, django_capture_on_commit_callbacks)
    code = code_in(mail.outbox[0].body)
    for _try in range(5):
        client.post(f"{DOOR}code/", {"code": "000000" if code != "000000" else "111111"})
    assert client.post(f"{DOOR}code/", {"code": code}).status_code == 422


def test_the_digits_are_good_in_the_browser_that_asked_only(client, writer, django_capture_on_commit_callbacks):
    ask(client, django_capture_on_commit_callbacks)
    other = type(client)()
    assert other.post(f"{DOOR}code/", {"code": code_in(mail.outbox[0].body)}).status_code == 422


def test_many_attempts_are_stopped(client, writer, django_capture_on_commit_callbacks):
    for _attempt in range(10):
        ask(client, django_capture_on_commit_callbacks)
    assert len(mail.outbox) == 6
    statuses = [ask(client, django_capture_on_commit_callbacks).status_code for _attempt in range(25)]
    assert statuses[-1] == 429


def test_neither_key_nor_digits_can_be_read_in_the_table(client, writer, django_capture_on_commit_callbacks):
    ask(client, django_capture_on_commit_callbacks)
    stored = str(SignIn.objects.values().get())
    assert code_in(mail.outbox[0].body) not in stored
    assert link_in(mail.outbox[0].body).split("/")[-2] not in stored


def test_an_editor_never_comes_in_here(client, academy, django_capture_on_commit_callbacks):
    ask(client, django_capture_on_commit_callbacks, academy.email)
    assert mail.outbox == []
    client.post(f"{DOOR}passwort/", {"name": "akademie", "password": "test-passwort"})
    assert "_auth_user_id" not in client.session


def test_a_password_works_for_those_who_have_one(client, writer):
    answer = client.post(f"{DOOR}passwort/", {"name": "kommune", "password": "test-passwort"})
    assert answer.url == "/mein-bereich/"
    client.post("/mein-bereich/abmelden/")
    assert client.post(f"{DOOR}passwort/", {"name": "kommune", "password": "falsch"}).status_code == 422


def test_the_way_leads_back_to_where_one_wanted_to_go(client, writer, town):
    page = portal.draft(writer, town)
    wanted = f"/mein-bereich/beispiel/{page.pk}/anlass/"
    client.get(client.get(wanted).url)
    assert client.post(f"{DOOR}passwort/", {"name": "kommune", "password": "test-passwort"}).url == wanted


@pytest.mark.parametrize("wanted", ["https://boese.example/", "//boese.example/", "/admin/"])
def test_the_way_never_leads_elsewhere(client, writer, wanted):
    client.get(DOOR, {"next": wanted})
    answer = client.post(f"{DOOR}passwort/", {"name": "kommune", "password": "test-passwort"})
    assert answer.url == "/mein-bereich/"


def test_a_colleague_is_invited_accepts_and_is_in(signed_in, town, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(f"/mein-bereich/kommune/{town.pk}/", {"email": "Neu@Lindenfurt.example", "role": "editor"})
    link = link_in(mail.outbox[0].body)
    other = type(signed_in)()
    assert "Lindenfurt" in other.get(link).content.decode()
    assert Membership.objects.get(user__email="neu@lindenfurt.example").accepted_at is None
    other.post(link)
    assert other.get("/mein-bereich/").status_code == 200
    assert type(signed_in)().post(link).status_code == 200  # shows that it was accepted
    assert Membership.objects.filter(user__email="neu@lindenfurt.example").count() == 1


def test_inviting_twice_makes_one_account(signed_in, town):
    for spelling in ("neu@lindenfurt.example", "NEU@lindenfurt.example"):
        signed_in.post(f"/mein-bereich/kommune/{town.pk}/", {"email": spelling, "role": "owner"})
    assert Membership.objects.filter(municipality=town).count() == 2


def test_the_last_owner_hands_over_first(signed_in, town, writer):
    mine = Membership.objects.get(user=writer)
    signed_in.post(f"/mein-bereich/kommune/{town.pk}/{mine.pk}/beenden/")
    mine.refresh_from_db()
    assert mine.ended_at is None
    portal.member("nachfolge", town, "editor")
    next_one = Membership.objects.get(user__username="nachfolge")
    signed_in.post(f"/mein-bereich/kommune/{town.pk}/{next_one.pk}/uebergeben/")
    signed_in.post(f"/mein-bereich/kommune/{town.pk}/{mine.pk}/beenden/")
    mine.refresh_from_db()
    assert mine.ended_at is not None


def test_asking_for_access_tells_nothing_and_is_asked_once(client, writer, town):
    for _time in range(2):
        fields = {"municipality": "Lindenfurt", "name": "A", "email": "kommune@example.org"}
        assert client.post("/mein-bereich/zugang/", fields).status_code == 200
    assert town.pk
    assert "kennen wir nicht" in client.post("/mein-bereich/zugang/", {"municipality": "Nirgendwo"}).content.decode()
