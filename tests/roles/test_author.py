"""An author of the academy: writes and submits; readers see nothing of it before somebody else agreed."""

import pytest

from tests.factories import approval
from tests.roles.deeds import EMERGENCY_ONLY, NOT_REVIEWING, SECTION_ONLY, after, on_the_tree, refusal

pytestmark = pytest.mark.django_db


def test_can_write_move_and_delete_an_own_draft(author, own_draft):
    assert on_the_tree(author, own_draft) == {"edit", "move", "delete"}


def test_can_submit_it(author, own_draft):
    assert after(author, "submit", own_draft) == "nie veröffentlicht, bei der Akademie"


def test_can_take_the_submission_back(author):
    assert after(author, "retract", approval.submitted(author)) == "nie veröffentlicht, Entwurf"


def test_can_submit_again_what_came_back(author, academy):
    page = approval.changes_requested(author, academy)
    assert after(author, "submit", page) == "nie veröffentlicht, bei der Akademie"


def test_can_ask_to_take_an_own_text_offline(author, academy):
    page = approval.approved(author, academy)
    assert after(author, "ask_withdrawal", page) == "veröffentlicht, nichts Neues"


def test_can_take_back_the_date_of_an_own_text(author, academy):
    assert after(author, "unschedule", approval.scheduled(author, academy)) == "nie veröffentlicht, Entwurf"


def test_cannot_touch_the_text_of_a_colleague(author, foreign_draft, waiting, live):
    assert on_the_tree(author, foreign_draft) == on_the_tree(author, waiting) == on_the_tree(author, live) == set()
    assert refusal(author, "submit", foreign_draft) == "Sie können nur Texte einreichen, die Sie bearbeiten dürfen."


def test_cannot_take_back_what_a_colleague_submitted(author, waiting):
    assert refusal(author, "retract", waiting) == "Nur wer den Text eingereicht hat, darf ihn zurücknehmen."


@pytest.mark.parametrize("verb", ["approve", "request_changes", "decline", "send_back"])
def test_cannot_decide_about_any_text(author, waiting, verb):
    assert refusal(author, verb, waiting) == NOT_REVIEWING
    assert refusal(author, verb, approval.submitted(author)) == NOT_REVIEWING


def test_cannot_publish_in_an_emergency(author, own_draft):
    assert refusal(author, "publish_emergency", own_draft) == EMERGENCY_ONLY


def test_cannot_confirm_an_own_request_to_take_a_text_offline(author, academy):
    page = approval.withdrawal_asked(author, academy)
    assert refusal(author, "withdraw", page) == "Sie haben dies selbst beantragt. Jemand anderes muss es bestätigen."


def test_cannot_archive_or_reopen(author, academy, own_draft):
    assert refusal(author, "archive", own_draft) == SECTION_ONLY
    assert refusal(author, "reopen", approval.declined(author, academy)) == SECTION_ONLY


def test_cannot_take_the_second_look(author, academy):
    assert refusal(author, "look_again", approval.published_in_emergency(author, academy)) == SECTION_ONLY


def test_cannot_delete_or_move_what_waits_or_readers_see(author, academy):
    assert on_the_tree(author, approval.submitted(author)) <= {"edit"}
    assert on_the_tree(author, approval.approved(author, academy)) == {"edit"}
