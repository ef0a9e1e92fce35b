"""An editor of the ministry: releases exactly the text that the academy checked, or returns it."""

import pytest

from tests.factories import approval
from tests.roles.deeds import EMERGENCY_ONLY, NOT_REVIEWING, after, on_the_tree, refusal

pytestmark = pytest.mark.django_db


def test_can_release_what_the_academy_approved(ministry, at_the_ministry):
    assert after(ministry, "approve", at_the_ministry) == "veröffentlicht, nichts Neues"


def test_can_return_it_to_the_academy(ministry, at_the_ministry):
    assert after(ministry, "send_back", at_the_ministry) == "nie veröffentlicht, bei der Akademie"


def test_can_return_it_to_its_author(ministry, at_the_ministry):
    assert after(ministry, "request_changes", at_the_ministry) == "nie veröffentlicht, Änderungen angefordert"


def test_can_decline_it(ministry, at_the_ministry):
    assert after(ministry, "decline", at_the_ministry) == "nie veröffentlicht, abgelehnt"


def test_can_comment_where_advice_is_asked(ministry, author, academy):
    page = approval.advice_asked(author, academy)
    assert after(ministry, "advise", page) == "nie veröffentlicht, bei der Akademie"


def test_can_confirm_that_a_text_goes_offline(ministry, author, academy):
    assert after(ministry, "withdraw", approval.withdrawal_asked(author, academy)) == "zurückgezogen, Entwurf"


def test_cannot_edit_what_waits_for_its_release(ministry, at_the_ministry):
    lock = at_the_ministry.get_lock()
    assert lock.for_user(ministry)
    assert "Bis dahin kann ihn niemand bearbeiten." in lock.get_message(ministry)


@pytest.mark.parametrize("verb", ["approve", "request_changes", "decline", "send_back"])
def test_cannot_decide_at_the_step_of_the_academy(ministry, waiting, verb):
    assert refusal(ministry, verb, waiting) == NOT_REVIEWING


def test_cannot_comment_where_no_advice_is_asked(ministry, waiting):
    nobody_asked = "Hier können nur die Gruppen kommentieren, die um Rat gefragt sind."
    assert refusal(ministry, "advise", waiting) == nobody_asked


def test_cannot_publish_past_approval(ministry, foreign_draft):
    assert refusal(ministry, "publish_emergency", foreign_draft) == EMERGENCY_ONLY


def test_cannot_delete_move_or_unpublish_what_readers_see(ministry, live):
    assert on_the_tree(ministry, live) == {"edit"}
