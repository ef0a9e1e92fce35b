"""The mail link: no recipient, no surprise, short enough for every mail program."""

from urllib.parse import parse_qs, urlsplit

import pytest

from home.actions.mail import MAX_LENGTH, best_address, mail_link
from tests.factories import pages

ADDRESS = "https://www.example.org/aktuelles/bericht/"


def parts(link: str) -> tuple[str, str]:
    """Subject and body as a mail program reads them."""
    fields = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    return fields["subject"][0], fields["body"][0]


@pytest.mark.parametrize(
    ("title", "lead", "subject", "body"),
    [
        ("Bericht", "Kurz.", "Bericht", f"Bericht\r\n\r\nKurz.\r\n\r\n{ADDRESS}"),
        ("Bericht", "", "Bericht", f"Bericht\r\n\r\n{ADDRESS}"),
        ("Größe & Maß", "1 + 1 = 2?", "Größe & Maß", f"Größe & Maß\r\n\r\n1 + 1 = 2?\r\n\r\n{ADDRESS}"),
        ("„Früh“ – 100 %", "a#b", "„Früh“ – 100 %", f"„Früh“ – 100 %\r\n\r\na#b\r\n\r\n{ADDRESS}"),
        ("Eins\r\nBcc: x@example.org", "", "Eins Bcc: x@example.org", f"Eins Bcc: x@example.org\r\n\r\n{ADDRESS}"),
        ("A&bcc=x@example.org", "", "A&bcc=x@example.org", f"A&bcc=x@example.org\r\n\r\n{ADDRESS}"),
        ("Zwei\tWörter", "Über\nzwei Zeilen", "Zwei Wörter", f"Zwei Wörter\r\n\r\nÜber zwei Zeilen\r\n\r\n{ADDRESS}"),
    ],
)
def test_subject_and_body_arrive_as_written(title, lead, subject, body):
    assert parts(mail_link(title, lead, ADDRESS)) == (subject, body)


@pytest.mark.parametrize("sign", ["a", "ß", "„", "🙂"])
def test_it_is_never_too_long(sign):
    link = mail_link(sign * 255, sign * 600, ADDRESS)
    assert len(link) < MAX_LENGTH
    assert parts(link)[1].endswith(ADDRESS)


def test_the_lead_is_cut_at_200_signs():
    _subject, body = parts(mail_link("Titel", "Wort " * 100, ADDRESS))
    lead = body.split("\r\n\r\n")[1]
    assert len(lead) <= 200
    assert lead.endswith("…")


def test_only_percent_encoding_and_crlf():
    link = mail_link("Ein Titel", "Ein Satz", ADDRESS)
    assert link.startswith("mailto:?subject=Ein%20Titel&body=Ein%20Titel%0D%0A%0D%0AEin%20Satz")
    assert "+" not in link


def test_an_endless_address_gives_way_to_the_short_one(db):
    page = pages.article(slug="ä" * 200)
    assert best_address(page) == page.short_url


def test_there_is_no_form_while_its_switch_is_off(client, db):
    assert client.get(pages.article().url + "senden/").status_code == 404
