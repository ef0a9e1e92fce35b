"""A question to a municipality: passed on once, to a mailbox that nobody sees, and kept nowhere."""

import logging

import pytest
from django.core import mail
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from home.actions.mailing import ticket
from programs.models import CaseStudyPage
from tests.design.site_under_test import parsed
from tests.factories import case_studies, pages

pytestmark = pytest.mark.django_db
QUESTION = "Wie haben Sie die Haftung geregelt, und was kostet das im Jahr?"


@pytest.fixture
def study() -> CaseStudyPage:
    return case_studies.full()


@pytest.fixture(autouse=True)
def seconds_pass(monkeypatch):
    """People take longer than a few seconds."""
    monkeypatch.setattr(ticket, "YOUNGEST_SECONDS", 0)


def filled(study, **fields) -> dict:
    good = {"name": "Bea Beispiel", "office": "Gemeinde Oberdorf", "sender": "bea@example.org", "question": QUESTION}
    return {**good, "ticket": ticket.issue(study.pk), **fields}


def send(client, study, **fields):
    return client.post(f"{study.url}nachfragen/", filled(study, **fields))


def test_the_page_leads_to_the_form(client, study):
    text = client.get(study.url).content.decode()
    assert f'href="{study.url}nachfragen/"' in text
    answer = client.get(f"{study.url}nachfragen/")
    parsed(answer)
    assert answer["Cache-Control"] == "private, no-store"
    assert "stelle@musterstadt.example" not in answer.content.decode()


def test_a_question_reaches_the_mailbox_and_is_answered_to_its_sender(client, study):
    answer = send(client, study)
    assert (answer.status_code, answer.url) == (303, f"{study.url}nachfragen/?gesendet")
    (letter,) = mail.outbox
    assert letter.to == ["stelle@musterstadt.example"]
    assert letter.reply_to == ["Bea Beispiel <bea@example.org>"]
    assert letter.subject == f"Frage zu Ihrem Praxisbeispiel: {study.title}"
    assert f"> {QUESTION}" in letter.body
    assert "Gemeinde Oberdorf" in letter.body
    assert "weitergeleitet" in client.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"question": ""}, "Bitte schreiben Sie, was Sie wissen möchten."),
        ({"question": "Wie?"}, "in ein, zwei Sätzen"),
        ({"question": "Siehe www.example.org für alles Weitere."}, "Adressen von Websites"),
        ({"question": "x " * 900}, "1500"),
        ({"name": ""}, "damit die Kommune weiß, wer fragt"),
        ({"name": "Bea\nBcc: alle@example.org"}, "in eine Zeile"),
        ({"sender": "bea@example.org, noch@example.org"}, "genau eine Adresse"),
        ({"ticket": ""}, "gehört nicht zu diesem Artikel"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, study, fields, sentence):
    answer = send(client, study, **fields)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert sentence in text
    assert "Gemeinde Oberdorf" in text
    parsed(answer)
    assert not mail.outbox


def test_a_robot_is_thanked_and_nothing_is_sent(client, study):
    assert send(client, study, trap="https://example.org").status_code == 303
    assert not mail.outbox


def test_a_ticket_is_good_for_one_question(client, study):
    data = filled(study)
    client.post(f"{study.url}nachfragen/", data)
    client.post(f"{study.url}nachfragen/", data)
    assert len(mail.outbox) == 1


def test_a_ticket_of_another_page_is_refused(client, study):
    other = pages.article()
    assert send(client, study, ticket=ticket.issue(other.pk)).status_code == 422


def test_a_form_that_comes_back_at_once_is_refused(client, study, monkeypatch):
    monkeypatch.setattr(ticket, "YOUNGEST_SECONDS", 3)
    assert send(client, study).status_code == 422


def test_one_visitor_cannot_flood_a_mailbox(client, study):
    answers = [send(client, study).status_code for _number in range(6)]
    assert answers == [303] * 5 + [429]
    assert len(mail.outbox) == 5


def test_a_mailbox_gets_so_many_a_day_whoever_asks(client, study):
    for number in range(21):
        client.post(f"{study.url}nachfragen/", filled(study), REMOTE_ADDR=f"10.0.0.{number}")
    assert len(mail.outbox) == 20


def test_when_the_mail_server_is_away_the_question_stays_in_the_form(client, study, settings):
    settings.EMAIL_BACKEND = "tests.programs.test_questions.Away"
    answer = send(client, study)
    assert answer.status_code == 503
    assert QUESTION in answer.content.decode()


class Away:
    """A mail server that nobody reaches."""

    def __init__(self, *args, **kwargs) -> None:
        pass

    def send_messages(self, messages) -> int:
        raise OSError(messages[0].to[0])


def test_nothing_is_kept_of_who_asks_what(client, study, caplog):
    with caplog.at_level(logging.INFO):
        send(client, study)
    kept = caplog.text + str(getattr(cache, "_cache", ""))
    for secret in ("bea@example.org", "Bea Beispiel", "Haftung", "stelle@musterstadt"):
        assert secret not in kept


@pytest.mark.parametrize("path", ["{study}nachfragen/", "{article}nachfragen/", "/nachfragen/"])
def test_where_nobody_can_be_asked_there_is_no_form(client, path):
    study = case_studies.full(contact_email="")
    address = path.format(study=study.url, article=pages.article().url)
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


def test_the_form_asks_the_same_at_the_door_as_the_page(client, study):
    PageViewRestriction.objects.create(page=study, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"{study.url}nachfragen/").status_code == 302
    assert send(client, study).status_code == 302
    assert not mail.outbox


def test_the_question_is_escaped(client, study):
    answer = send(client, study, name="", question="<script>alert(1)</script> und noch etwas mehr Text")
    assert "<script>alert" not in answer.content.decode()
