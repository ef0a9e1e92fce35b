"""An administrator: runs the site. Rank approves nothing, and opens no publish door."""

import pytest

from tests.factories import approval
from tests.roles.deeds import EMERGENCY_ONLY, NOT_REVIEWING, SECTION_ONLY, after, on_the_tree, refusal

pytestmark = pytest.mark.django_db


def test_can_write_and_submit(superuser, foreign_draft):
    assert on_the_tree(superuser, foreign_draft) == {"edit", "delete", "move"}
    assert after(superuser, "submit", foreign_draft) == "nie veröffentlicht, bei der Akademie"


def test_can_ask_to_take_a_text_offline(superuser, live):
    assert after(superuser, "ask_withdrawal", live) == "veröffentlicht, nichts Neues"


@pytest.mark.parametrize("verb", ["approve", "request_changes", "decline", "send_back"])
def test_cannot_decide_at_any_step(superuser, waiting, at_the_ministry, verb):
    assert refusal(superuser, verb, waiting) == refusal(superuser, verb, at_the_ministry) == NOT_REVIEWING


def test_cannot_publish_in_an_emergency(superuser, foreign_draft):
    assert refusal(superuser, "publish_emergency", foreign_draft) == EMERGENCY_ONLY


def test_cannot_confirm_that_a_text_goes_offline(superuser, author, academy):
    assert refusal(superuser, "withdraw", approval.withdrawal_asked(author, academy)) == SECTION_ONLY


def test_cannot_archive_reopen_or_take_the_second_look(superuser, author, academy, foreign_draft):
    assert refusal(superuser, "archive", foreign_draft) == SECTION_ONLY
    assert refusal(superuser, "reopen", approval.declined(author, academy)) == SECTION_ONLY
    assert refusal(superuser, "look_again", approval.published_in_emergency(author, academy)) == SECTION_ONLY


def test_cannot_delete_move_or_unpublish_what_waits_or_readers_see(superuser, waiting, live):
    assert on_the_tree(superuser, waiting) == on_the_tree(superuser, live) == {"edit"}
