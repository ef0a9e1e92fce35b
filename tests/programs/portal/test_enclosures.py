"""What goes with the portal's mails: the questions on paper, and a copy of what was submitted."""

import subprocess

import pytest
from django.core import mail
from django.utils import timezone

from home.actions.pdf import engine
from home.workflow.messages.delivery import deliver_due
from home.workflow.models import Message
from programs.portal import inviting, submitting
from tests.factories import pages, portal

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not engine.available(), reason="Pango is missing"),
]


def words_in(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def sent(subject: str):
    deliver_due(timezone.now())
    return next(one for one in mail.outbox if subject in one.subject)


@pytest.fixture
def called_for(town):
    pages.case_study_index()
    edition = pages.edition(title="Gespräche 2026")
    edition.participations.create(municipality=town, contact="rathaus@lindenfurt.example")
    return edition


def test_an_invitation_brings_the_questions(called_for, town, academy):
    inviting.invite(called_for, town, "rathaus@lindenfurt.example", timezone.localdate(), academy)
    letter = sent("Gespräche 2026")
    name, content, kind = letter.attachments[0]
    assert (name, kind) == ("fragen.pdf", "application/pdf")
    assert content.startswith(b"%PDF-1.7")
    assert "liegen als PDF bei" in letter.body


def test_the_receipt_brings_what_was_submitted_and_not_what_came_later(writer, town, academy):
    page = portal.submitted(writer, town)
    text = page.get_latest_revision_as_object()
    text.lead = "Später geändert."
    text.save_revision(user=academy, clean=False)
    letter = sent("Eingegangen")
    assert len(letter.attachments) == 1
    shown = words_in(letter.attachments[0][1])
    assert "Zwölf Bänke, die man ausleihen kann." in shown
    assert "Später geändert." not in shown


def test_other_mails_bring_nothing(writer, town, academy):
    portal.asked(writer, town, academy)
    assert sent("Rückfragen").attachments == []


def test_without_a_press_the_mail_goes_out_and_promises_nothing(writer, town, monkeypatch):
    monkeypatch.setattr(engine, "available", lambda: False)
    monkeypatch.setattr(engine, "typesetter", lambda: None)
    submitting.submit(portal.complete(writer, town), writer)
    letter = sent("Eingegangen")
    assert letter.attachments == []
    assert "PDF" not in letter.body


def test_an_answer_goes_to_the_editors(writer, town, academy, settings):
    settings.DEFAULT_FROM_EMAIL = "redaktion@aushang.example"
    portal.submitted(writer, town)
    assert sent("Eingegangen").reply_to == ["redaktion@aushang.example"]
    assert Message.objects.filter(status="sent").exists()
