"""The mail form and everything people have tried with such forms."""

import logging
import re
from email import message_from_bytes, policy

import pytest
from django.core import mail
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from home.actions.mailing import quota, ticket
from home.actions.models import ActionSettings
from home.actions.pdf import making
from tests.factories import pages

pytestmark = pytest.mark.django_db

RECIPIENT, SENDER = "empfaengerin-qwxgeheim@example.org", "absender-qwxgeheim@example.net"
NOTE = "Das könnte euch gefallen."


@pytest.fixture
def switched_on() -> ActionSettings:
    """The form is on for everybody."""
    return ActionSettings.objects.create(site=Site.objects.get(), mail_form=ActionSettings.MailForm.EVERYBODY)


@pytest.fixture
def page(switched_on):
    """An article with the form."""
    return pages.article(title="Wie Gemeinden fragen", lead="Zwei Sätze.")


def ripe(page) -> str:
    """A ticket that is a minute old."""
    return aged(page, 60)


def aged(page, seconds: float) -> str:
    """A ticket of this age."""
    signer = ticket.signer(page.pk)
    signer.timestamp = lambda: ticket.signing.b62_encode(int(timezone.now().timestamp() - seconds))
    return signer.sign(ticket.secrets.token_urlsafe(12))


def fields(page, **changed) -> dict:
    """A filled-in form."""
    filled = {"recipient": RECIPIENT, "name": "Ada Muster", "sender": SENDER, "note": NOTE, "trap": ""}
    return {**filled, "ticket": ripe(page), **changed}


def send(client, page, **changed):
    """Sends the form."""
    return client.post(page.url + "senden/", fields(page, **changed))


def thanked(response) -> bool:
    """Whether the visitor was told that it has been sent."""
    return response.status_code == 303 and response["Location"].endswith("/senden/?gesendet")


def test_it_is_off_until_somebody_switches_it_on(client):
    page = pages.article()
    assert client.get(page.url + "senden/").status_code == 404
    assert send(client, page).status_code == 404
    assert 'href="mailto:?subject=' in client.get(page.url).content.decode()
    assert mail.outbox == []


def test_switched_on_the_bar_leads_to_it(client, page):
    html = client.get(page.url).content.decode()
    assert f'href="{page.url}senden/"' in html
    assert "mailto:" not in html[html.index("article-actions") :]


def test_members_only(client, page, switched_on, author):
    switched_on.mail_form = ActionSettings.MailForm.MEMBERS
    switched_on.save()
    assert client.get(page.url + "senden/").status_code == 404
    client.force_login(author)
    assert client.get(page.url + "senden/").status_code == 200


def test_a_private_page_is_not_sent(client, page, author):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(author)
    assert client.get(page.url + "senden/").status_code == 404


def test_one_mail_to_one_recipient(client, page):
    assert thanked(send(client, page))
    (sent,) = mail.outbox
    assert sent.recipients() == [RECIPIENT]
    assert sent.cc == sent.bcc == []
    assert sent.subject == "Artikelhinweis: Wie Gemeinden fragen"
    assert sent.from_email.endswith("<aushang@example.org>")
    assert sent.reply_to == [f"Ada Muster <{SENDER}>"]
    assert sent.extra_headers == {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    assert sent.attachments == []
    html = sent.alternatives[0][0]
    for text in (sent.body, html):
        assert page.canonical_url() in text
        assert NOTE in text
        assert "Ada Muster" in text
        assert "Sie erhalten diese eine Nachricht" in text
    assert f"> {NOTE}" in sent.body


def test_markup_stays_text(client, page):
    send(client, page, note="<b>Achtung</b> & so", name='Ada "A" <Muster>')
    html = mail.outbox[0].alternatives[0][0]
    assert "&lt;b&gt;Achtung&lt;/b&gt; &amp; so" in html
    assert "<Muster>" not in html
    parsed = message_from_bytes(mail.outbox[0].message().as_bytes(), policy=policy.default)
    (address,) = parsed["Reply-To"].addresses
    assert (address.display_name, address.addr_spec) == ('Ada "A" <Muster>', SENDER)


def test_umlauts_in_names_and_domains(client, page):
    assert thanked(send(client, page, name="Jürgen Größ", recipient="post@müller.example"))
    assert mail.outbox[0].recipients() == ["post@xn--mller-kva.example"]
    assert b"Reply-To: =?utf-8?" in mail.outbox[0].message().as_bytes()


def test_the_title_cannot_begin_a_header(client, switched_on):
    page = pages.article(title="Eins\r\nBcc: opfer@example.org")
    assert thanked(send(client, page))
    assert mail.outbox[0].subject == "Artikelhinweis: Eins Bcc: opfer@example.org"


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
    "mailbox in the note": {"note": "schreib an a@b"},
    "link in the name": {"name": "Kauf bei boese.shop"},
    "no ticket": {"ticket": ""},
    "made-up ticket": {"ticket": "abc:def:ghi"},
    "null byte": {"name": "Anna\x00"},
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_with_a_sentence(client, page, attack):
    response = send(client, page, **ATTACKS[attack])
    assert response.status_code == 422
    html = response.content.decode()
    assert 'class="error-summary" role="alert"' in " ".join(html.split())
    assert mail.outbox == []


def test_two_values_for_one_field_are_one_recipient(client, page):
    body = fields(page) | {"recipient": ["opfer@example.org", RECIPIENT], "cc": "opfer@example.org"}
    assert thanked(client.post(page.url + "senden/", body))
    assert mail.outbox[0].recipients() == [RECIPIENT]


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


def test_a_ticket_is_good_for_one_mail(client, page):
    once = ripe(page)
    assert thanked(send(client, page, ticket=once))
    again = send(client, page, ticket=once)
    assert again.status_code == 422
    assert "bereits versandt" in again.content.decode()
    assert len(mail.outbox) == 1


def test_another_articles_ticket_does_not_count(client, page):
    response = send(client, page, ticket=ripe(pages.article()))
    assert response.status_code == 422
    assert mail.outbox == []


@pytest.mark.parametrize(("age", "sentence"), [(0, "schneller"), (7_300, "zwei Stunden")])
def test_too_quick_and_too_late(client, page, age, sentence):
    response = send(client, page, ticket=aged(page, age))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert mail.outbox == []


def test_after_an_error_the_form_can_be_sent_at_once(client, page):
    html = send(client, page, recipient="").content.decode()
    kept = re.search(r'name="ticket"\s+value="([^"]+)"', html)[1]
    assert thanked(send(client, page, ticket=kept))


def test_a_robot_gets_what_people_get_and_sends_nothing(client, page):
    assert thanked(send(client, page, trap="https://boese.example"))
    assert mail.outbox == []


def test_limit_of_a_visitor(client, page):
    answers = [send(client, page, recipient=f"a{n}@example.org").status_code for n in range(6)]
    assert answers == [303] * 5 + [429]
    assert len(mail.outbox) == 5


def test_limit_of_a_recipient_whoever_writes(client, page):
    answers = [
        client.post(
            page.url + "senden/",
            fields(page, recipient=RECIPIENT.upper() if n else RECIPIENT),
            REMOTE_ADDR=f"192.0.2.{n}",
        )
        for n in range(4)
    ]
    assert [answer.status_code for answer in answers] == [303] * 3 + [429]


def test_limit_of_a_page(client, page, monkeypatch):
    monkeypatch.setattr(quota, "PER_PAGE", ((quota.HOUR, 2),))
    answers = [
        client.post(page.url + "senden/", fields(page, recipient=f"a{n}@example.org"), REMOTE_ADDR=f"192.0.2.{n}")
        for n in range(3)
    ]
    assert [answer.status_code for answer in answers] == [303, 303, 429]


def test_a_flood_switches_the_form_off_and_tells_people_once(client, page, monkeypatch, settings, caplog):
    settings.ADMINS = [("Technik", "technik@example.org")]
    monkeypatch.setattr(quota, "PER_SITE", ((quota.HOUR, 2),))
    answers = [
        client.post(page.url + "senden/", fields(page, recipient=f"a{n}@example.org"), REMOTE_ADDR=f"192.0.2.{n}")
        for n in range(4)
    ]
    assert [answer.status_code for answer in answers] == [303, 303, 429, 404]
    assert [sent.to for sent in mail.outbox[2:]] == [["technik@example.org"]]
    assert [record.levelname for record in caplog.records if "flooded" in record.getMessage()] == ["ERROR"]
    kept = ActionSettings.objects.get()
    assert kept.mail_form == ActionSettings.MailForm.OFF
    assert kept.mail_form_stopped_at


def test_behind_proxies_the_visitor_counts_and_cannot_lie(rf, settings):
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "6.6.6.6, 203.0.113.9"})
    settings.AUSHANG_PROXIES = 0
    assert quota.visitor(request) == "10.0.0.1"
    settings.AUSHANG_PROXIES = 1
    assert quota.visitor(request) == "203.0.113.9"


def test_an_ipv6_household_is_one_visitor(rf):
    one, other = (rf.get("/", REMOTE_ADDR=f"2001:db8:1:2::{n}") for n in (1, 2))
    assert quota.visitor(one) == quota.visitor(other) == "2001:0db8:0001:0002"


def test_nothing_is_kept(client, page, caplog):
    caplog.set_level(logging.DEBUG)
    assert thanked(send(client, page))
    send(client, page, recipient="qwxgeheim-und-falsch")
    secrets = ("qwxgeheim", "Ada Muster", NOTE)
    assert not [record for record in caplog.records if any(word in record.getMessage() for word in secrets)]
    assert f"mail form: page {page.pk}: sent" in caplog.text
    assert not any(word in dump() for word in secrets)
    assert not any(word in str(getattr(caches["default"], "_cache", "")) for word in secrets)


def dump() -> str:
    """Every row of every table, as text: sessions and tasks, too."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return str(rows)


def test_the_dump_would_have_noticed(page):
    page.lead = "qwxgeheim"
    page.save()
    assert "qwxgeheim" in dump()


@pytest.mark.parametrize("error", [OSError("qwxgeheim@example.org"), making.Busy()])
def test_a_mail_server_that_is_down_is_a_sentence_without_addresses(client, page, monkeypatch, caplog, error):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr("home.actions.mailing.views.pdf_of", fail)
    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", fail)
    wanted = {"attach_pdf": "on"} if isinstance(error, making.Busy) else {}
    response = send(client, page, **wanted)
    assert response.status_code == 503
    assert "error-summary" in response.content.decode()
    assert "qwxgeheim" not in caplog.text


def test_the_pdf_comes_along_on_request(client, page, monkeypatch):
    monkeypatch.setattr("home.actions.mailing.views.pdf_of", lambda page: ("Artikel.pdf", b"%PDF-1.7"))
    assert thanked(send(client, page, attach_pdf="on"))
    (attachment,) = mail.outbox[0].attachments
    assert (attachment[0], attachment[1], attachment[2]) == ("Artikel.pdf", b"%PDF-1.7", "application/pdf")


def test_errors_stand_in_a_summary_and_at_their_field(client, page):
    html = send(client, page, recipient="", name="").content.decode()
    assert re.search(r"<title>\s*Fehler:", html)
    for name in ("recipient", "name"):
        assert f'<a href="#id_{name}">' in html
        assert f'id="id_{name}_error"' in html
        control = re.search(rf'<input[^>]*name="{name}"[^>]*>', html)[0]
        assert 'aria-invalid="true"' in control
        assert f"id_{name}_error" in control
    assert f'value="{SENDER}"' in html


def test_the_visitors_own_fields_can_be_filled_in_by_the_browser(client, page):
    html = client.get(page.url + "senden/").content.decode()
    assert re.findall(r'autocomplete="(\w+)"', html).count("off") >= 2
    assert 'autocomplete="name"' in html
    assert 'autocomplete="email"' in html


def test_nobody_stores_the_page(client, page):
    response = client.get(page.url + "senden/")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Die Nachricht ist versandt" in client.get(page.url + "senden/?gesendet").content.decode()
