"""The one mail that goes out."""

from email import message_from_bytes, policy

import pytest
from django.core import mail

from tests.factories import pages

from .filled import NOTE, RECIPIENT, SENDER, fields, send, thanked

pytestmark = pytest.mark.django_db


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


def test_two_values_for_one_field_are_one_recipient(client, page):
    body = fields(page) | {"recipient": ["opfer@example.org", RECIPIENT], "cc": "opfer@example.org"}
    assert thanked(client.post(page.url + "senden/", body))
    assert mail.outbox[0].recipients() == [RECIPIENT]


def test_the_pdf_comes_along_on_request(client, page, monkeypatch):
    monkeypatch.setattr("home.actions.mailing.views.pdf_of", lambda page: ("Artikel.pdf", b"%PDF-1.7"))
    assert thanked(send(client, page, attach_pdf="on"))
    (attachment,) = mail.outbox[0].attachments
    assert (attachment[0], attachment[1], attachment[2]) == ("Artikel.pdf", b"%PDF-1.7", "application/pdf")
