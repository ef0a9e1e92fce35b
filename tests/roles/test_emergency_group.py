"""The emergency group: publishes and takes offline at once, with a reason; somebody else looks at it afterwards."""

import pytest

from home.workflow import transitions
from home.workflow.deed import Refused
from tests.factories import approval
from tests.roles.deeds import NOT_REVIEWING, after, on_the_tree, refusal

pytestmark = pytest.mark.django_db


def test_can_publish_a_draft_at_once(emergency, foreign_draft):
    assert after(emergency, "publish_emergency", foreign_draft) == "veröffentlicht, nichts Neues"


def test_can_publish_what_waits(emergency, waiting, at_the_ministry):
    assert after(emergency, "publish_emergency", waiting) == "veröffentlicht, nichts Neues"
    assert after(emergency, "publish_emergency", at_the_ministry) == "veröffentlicht, nichts Neues"


def test_can_take_a_live_text_offline_at_once(emergency, live):
    assert after(emergency, "withdraw", live) == "zurückgezogen, Entwurf"


def test_can_take_it_offline_while_a_newer_text_is_under_review(emergency, author, academy):
    page = approval.update_submitted(author, academy)
    assert after(emergency, "withdraw", page) == "zurückgezogen, bei der Akademie"


def test_can_move_what_readers_see_but_not_delete_it(emergency, live):
    assert on_the_tree(emergency, live) == {"edit", "move"}


@pytest.mark.parametrize("verb", ["publish_emergency", "withdraw"])
def test_cannot_do_so_without_a_reason(emergency, live, verb):
    with pytest.raises(Refused, match="Bitte schreiben Sie eine Begründung"):
        transitions.VERBS[verb](live, emergency, " ")


def test_cannot_take_the_own_second_look(emergency, foreign_draft):
    transitions.publish_emergency(foreign_draft, emergency, "Hochwasser.")
    own = "Sie haben dies selbst veröffentlicht. Jemand anderes muss es prüfen."
    assert refusal(emergency, "look_again", foreign_draft) == own


@pytest.mark.parametrize("verb", ["approve", "request_changes", "decline"])
def test_cannot_decide_at_a_step(emergency, waiting, verb):
    assert refusal(emergency, verb, waiting) == NOT_REVIEWING


def test_cannot_use_wagtails_own_publish_buttons(emergency, foreign_draft):
    assert "publish" not in on_the_tree(emergency, foreign_draft)


def test_cannot_delete_or_move_what_waits(emergency, waiting):
    assert on_the_tree(emergency, waiting) == {"edit"}
