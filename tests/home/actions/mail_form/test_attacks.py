"""What people have tried with such forms."""

import pytest
from django.core import mail
from django.test import Client

from .filled import fields, ripe, send, thanked

pytestmark = pytest.mark.django_db


ATTACKS = {
    "header in the name": {"name": "Anna\nBcc: opfer@example.org"},
    "carriage return in the name": {"name": "Anna\rBcc: opfer"},
    "line separator in the name": {"name": "Anna\u2028Bcc"},
    "header in the sender": {"sender": "a@example.org\nBcc: opfer@example.org"},
    "header in the recipient": {"recipient": "a@example.org\r\nBcc: opfer@example.org"},
    "second recipient by comma": {"recipient": "a@example.org,b@example.org"},
    "second recipient by semicolon": {"recipient": "a@example.org; b@example.org"},
    "second recipient by blank": {"recipient": "a@example.org b@example.org"},
    "recipient with a name": {"recipient": "Opfer <a@example.org>"},
    "recipient without a domain": {"recipient": "root"},
    "quoted local part": {"recipient": '"a,b@x.org"@example.org\n'},
    "local part with umlaut": {"recipient": "jürgen@example.org"},
    "no recipient": {"recipient": ""},
    "no name": {"name": " "},
    "no sender": {"sender": ""},
    "name too long": {"name": "a" * 61},
    "note too long": {"note": "a " * 151},
    "link in the note": {"note": "Schau: https://boese.example/"},
    "upper-case link": {"note": "HTTP://BOESE.EXAMPLE"},
    "www in the note": {"note": "www.boese"},
    "bare domain in the note": {"note": "Kauf bei boese.shop heute"},
    "domain in other letters": {"note": "Kauf bei казино.рус heute"},
    "domain in wide letters": {"note": "Kauf bei ｂｏｅｓｅ．ｓｈｏｐ heute"},
    "domain with an ideographic full stop": {"note": "Kauf bei boese。shop heute"},
    "domain in punycode": {"note": "Kauf bei boese.xn--p1ai heute"},
    "mailbox in the note": {"note": "schreib an a@b"},
    "link in the name": {"name": "Kauf bei boese.shop"},
    "no ticket": {"ticket": ""},
    "made-up ticket": {"ticket": "abc:def:ghi"},
    "null byte": {"name": "Anna\x00"},
    "a megabyte of note": {"note": "a " * 2**19},
    "vertical tab in the recipient": {"recipient": "a@example.org\vb@example.org"},
    "encoded header in the recipient": {"recipient": "a@example.org%0aBcc:b@example.org"},
    "source route": {"recipient": "@relay.example:a@example.org"},
    "percent route": {"recipient": "a%b.example@"},
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_with_a_sentence(client, page, attack):
    response = send(client, page, **ATTACKS[attack])
    assert response.status_code == 422
    html = response.content.decode()
    assert 'class="error-summary" role="alert"' in " ".join(html.split())
    assert mail.outbox == []


@pytest.mark.parametrize("method", ["get", "head"])
def test_reading_never_sends(client, page, method):
    response = getattr(client, method)(page.url + "senden/", fields(page))
    assert response.status_code == 200
    assert mail.outbox == []


def test_other_methods_are_refused(client, page):
    assert client.put(page.url + "senden/").status_code == 405


def test_without_csrf_token_nothing_goes(page):
    client = Client(enforce_csrf_checks=True)
    assert send(client, page).status_code == 403
    assert mail.outbox == []


def test_a_robot_gets_what_people_get_and_sends_nothing(client, page):
    assert thanked(send(client, page, trap="https://boese.example"))
    assert mail.outbox == []


@pytest.mark.parametrize("note", ["Am 3.10. um 18 Uhr, z.B. im Rathaus.", "Siehe S. 4 ff.", "3.50 Euro", ""])
def test_plain_words_are_no_attack(client, page, note):
    assert thanked(send(client, page, note=note))


def test_an_address_in_the_link_fills_nothing_in(client, page):
    html = client.get(page.url + "senden/", {"recipient": "opfer@example.org", "note": "Kauf!"}).content.decode()
    assert "opfer@example.org" not in html
    assert "Kauf!" not in html


def test_two_threads_with_one_ticket_send_one_mail(client, page, monkeypatch):
    once = ripe(page)

    def meanwhile(page) -> tuple[str, bytes]:
        assert thanked(send(client, page, ticket=once))
        return "Artikel.pdf", b"%PDF-1.7"

    monkeypatch.setattr("home.actions.mailing.views.pdf_of", meanwhile)
    assert thanked(send(client, page, ticket=once, attach_pdf="on"))
    assert len(mail.outbox) == 1
