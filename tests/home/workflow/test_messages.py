"""Who is told what, in which words, and what a dead mail server can (not) do."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from home.workflow import roles, transitions
from home.workflow.messages import delivery, recipients, wording
from home.workflow.models import Message
from tests.factories import approval, pages
from tests.factories.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_editor(db):
    """Another academy editor."""
    return person("akademie2", roles.ACADEMY)


@pytest.fixture
def dead_mail_server(settings):
    """Nobody listens where the mail server should be."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9


def told(verb: str) -> set[str]:
    return {message.recipient.username for message in Message.objects.filter(verb=verb)}


def test_a_submission_is_told_to_the_reviewing_group(author, academy, second_editor, ministry):
    approval.submitted(author)
    assert told("submit") == {"akademie", "akademie2"}


def test_nobody_is_told_of_what_they_did(academy, second_editor):
    approval.submitted(academy)
    assert told("submit") == {"akademie2"}


def test_the_release_is_told_to_the_sender_and_the_approver_of_the_step_before(author, academy, ministry):
    page = pages.draft(pages.ProgramPage, pages.program_index(), owner=author)
    transitions.submit(page, author)
    transitions.approve(page, academy)
    assert told("approve") >= {"autorin", "ministerium"}
    transitions.approve(page, ministry)
    assert told("release") == {"autorin", "akademie"}


def test_requested_changes_say_what_is_to_be_done(author, academy):
    approval.changes_requested(author, academy)
    message = Message.objects.get(verb="request_changes")
    assert message.recipient == author
    assert "Bitte die Zahl belegen." in message.text
    assert "Bitte ändern Sie den Text und reichen Sie ihn neu ein." in message.text
    assert message.text.count("http") == 1


def test_who_is_inactive_or_has_no_address_is_not_told(author, academy, second_editor):
    academy.is_active, second_editor.email = False, ""
    academy.save()
    second_editor.save()
    approval.submitted(author)
    assert told("submit") == set()


def test_a_deed_undone_tells_nobody(author, academy):
    page = pages.draft_article(owner=author)

    def fail() -> None:
        with transaction.atomic():
            transitions.submit(page, author)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert Message.objects.count() == 0


def test_a_message_goes_out_once(author, academy, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        approval.submitted(author)
    delivery.deliver_due(timezone.now())
    call_command("send_messages")
    assert [mail.to for mail in mailoutbox] == [["akademie@example.org"]]


def test_it_can_be_sent_again_by_hand_under_the_same_name(author, academy, mailoutbox):
    approval.submitted(author)
    delivery.deliver_due(timezone.now())
    delivery.send_again(Message.objects.get())
    delivery.deliver_due(timezone.now())
    first, second = mailoutbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_a_dead_mail_server_fails_no_transition(author, academy, dead_mail_server, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = approval.submitted(author)
    assert page.workflow_in_progress
    message = Message.objects.get()
    assert message.status == "waiting"
    assert message.attempts == 1
    assert message.due_at > timezone.now()
    assert "Connection" in message.error


def test_tries_grow_rarer_and_end(author, academy, dead_mail_server):
    approval.submitted(author)
    at = timezone.now()
    pauses = []
    for _try in range(len(delivery.PAUSES) + 1):
        message = Message.objects.get()
        delivery.attempt(message, at)
        pauses.append(message.due_at - at)
        at = max(at, message.due_at)
    assert pauses[:-1] == [timedelta(minutes=minutes) for minutes in delivery.PAUSES]
    assert Message.objects.get().status == "failed"


def test_whoever_may_advise_is_told_and_heard(author, academy, ministry):
    page = approval.advice_asked(author, academy)
    assert "Sie können den Text kommentieren." in Message.objects.get(verb="submit", recipient=ministry).text
    transitions.advise(page, ministry, "Die Fördersumme stimmt nicht.")
    assert told("advise") == {"akademie", "autorin"}
    assert page.workflow_in_progress


def test_every_verb_has_words():
    assert {verb for verb, circles in recipients.CIRCLES.items() if circles} <= set(wording.HAPPENED)
