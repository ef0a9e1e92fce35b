"""An editor of the academy: checks the texts of others, and answers for the section. Own texts go through others."""

import pytest

from home.workflow import transitions
from tests.factories import approval, pages
from tests.roles.deeds import EMERGENCY_ONLY, NOT_REVIEWING, after, on_the_tree, refusal

pytestmark = pytest.mark.django_db

OWN = "Sie haben diesen Text selbst eingereicht. Jemand anderes muss ihn freigeben."
WORKED_ON = "Sie haben selbst an diesem Text gearbeitet. Jemand anderes muss ihn freigeben."


def test_can_approve_the_text_of_an_author(academy, waiting):
    assert after(academy, "approve", waiting) == "veröffentlicht, nichts Neues"


def test_can_pass_a_programme_on_to_the_ministry(academy, author):
    page = approval.submitted_programme(author)
    assert after(academy, "approve", page) == "nie veröffentlicht, beim Ministerium"


def test_can_send_it_back_or_decline_it(academy, author, waiting):
    assert after(academy, "request_changes", waiting) == "nie veröffentlicht, Änderungen angefordert"
    assert after(academy, "decline", approval.submitted(author)) == "nie veröffentlicht, abgelehnt"


def test_can_correct_a_text_under_review_which_then_is_submitted_again(academy, waiting):
    assert on_the_tree(academy, waiting) == {"edit"}
    approval.edit(waiting, academy, lead="Von der Akademie")
    assert after(academy, "submit", waiting) == "nie veröffentlicht, bei der Akademie"


def test_can_submit_the_draft_of_an_author(academy, foreign_draft):
    assert after(academy, "submit", foreign_draft) == "nie veröffentlicht, bei der Akademie"


def test_can_confirm_that_a_text_goes_offline(academy, author, second_editor):
    page = approval.withdrawal_asked(author, second_editor)
    assert after(academy, "withdraw", page) == "zurückgezogen, Entwurf"


def test_can_archive_and_reopen(academy, author, second_editor):
    page = approval.withdrawn(author, second_editor)
    assert after(academy, "archive", page) == "archiviert, nichts Neues"
    assert after(academy, "reopen", page) == "zurückgezogen, Entwurf"


def test_can_take_the_second_look(academy, author, second_editor):
    page = approval.published_in_emergency(author, second_editor)
    assert after(academy, "look_again", page) == "veröffentlicht, nichts Neues"


def test_cannot_approve_what_was_submitted_by_oneself(academy):
    assert refusal(academy, "approve", approval.submitted(academy)) == OWN


def test_cannot_approve_what_was_worked_on_by_oneself(academy, author):
    page = pages.draft_article(owner=author)
    approval.edit(page, academy, lead="Von der Akademie")
    transitions.submit(page, author)
    assert refusal(academy, "approve", page) == WORKED_ON


@pytest.mark.parametrize("verb", ["approve", "request_changes", "decline", "send_back"])
def test_cannot_decide_at_the_step_of_the_ministry(academy, at_the_ministry, verb):
    assert refusal(academy, verb, at_the_ministry) == NOT_REVIEWING


def test_cannot_send_back_from_the_first_step(academy, waiting):
    first = "Dies ist der erste Schritt. Bitte fordern Sie stattdessen Änderungen an."
    assert refusal(academy, "send_back", waiting) == first


def test_cannot_take_back_what_others_submitted(academy, waiting):
    assert refusal(academy, "retract", waiting) == "Nur wer den Text eingereicht hat, darf ihn zurücknehmen."


def test_cannot_take_a_text_offline_alone(academy, live):
    ask_first = "Bitte beantragen Sie die Zurückziehung zuerst. Eine zweite Person bestätigt sie."
    assert refusal(academy, "withdraw", live) == ask_first


def test_cannot_publish_past_approval(academy, foreign_draft):
    assert refusal(academy, "publish_emergency", foreign_draft) == EMERGENCY_ONLY
    assert on_the_tree(academy, foreign_draft) == {"edit", "delete", "move"}


def test_cannot_delete_move_or_unpublish_what_readers_see(academy, live):
    assert on_the_tree(academy, live) == {"edit"}
