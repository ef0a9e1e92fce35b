"""A failure at the last moment of any verb leaves the page exactly as it was, and tells nobody."""

import pytest
from django.db import connection
from wagtail.models import Revision, TaskState

from home.workflow import transitions
from home.workflow.deed import locked, moved
from home.workflow.models import Message
from home.workflow.record import chain
from tests.factories import approval, pages, portal
from tests.home.workflow.interrupted import AtWrite, writes_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_tasks")]

# Verb: where the page stands, who does it, with which comment.
DEEDS = {
    "submit": (lambda author, editor: pages.draft_article(owner=author), "author"),
    "retract": (lambda author, editor: approval.submitted(author), "author"),
    "approve": (lambda author, editor: approval.submitted(author), "academy"),
    "request_changes": (lambda author, editor: approval.submitted(author), "academy"),
    "send_back": (approval.with_the_ministry, "ministry"),
    "propose_decline": (lambda author, editor: portal.sent_in(), "academy"),
    "decline": (lambda author, editor: approval.submitted(author), "academy"),
    "advise": (approval.advice_asked, "ministry"),
    "ask_withdrawal": (approval.approved, "author"),
    "withdraw": (approval.withdrawal_asked, "academy"),
    "archive": (approval.withdrawn, "academy"),
    "reopen": (approval.declined, "academy"),
    "unschedule": (approval.scheduled, "academy"),
    "look_again": (approval.published_in_emergency, "academy"),
    "publish_emergency": (lambda author, editor: approval.submitted(author), "emergency"),
}


class PowerCut(Exception):  # noqa: N818
    """Something nobody reckoned with."""


def seen(page) -> tuple:
    """Everything a verb could have changed."""
    page = locked(page)
    steps = TaskState.objects.filter(workflow_state__in=page.workflow_states).order_by("pk")
    return (
        page.live,
        page.live_revision_id,
        page.latest_revision_id,
        page.state.publication,
        page.state.review,
        list(page.workflow_states.order_by("pk").values_list("pk", "status")),
        list(steps.values_list("pk", "status", "comment")),
        page.withdrawals.count(),
        page.second_looks.count(),
        page.decline_proposals.count(),
        Message.objects.count(),
        str(chain.head()),
        Revision.objects.exclude(approved_go_live_at=None).count(),
    )


def test_the_deeds_are_all_there_are():
    assert set(DEEDS) == set(transitions.VERBS)


@pytest.fixture
def power_cut():
    """The last receiver of every deed fails."""

    def fail(**kwargs) -> None:
        raise PowerCut

    moved.connect(fail, dispatch_uid="tests.power_cut")
    yield
    moved.disconnect(dispatch_uid="tests.power_cut")


@pytest.mark.parametrize("verb", DEEDS)
def test_a_failure_leaves_no_half_deed(request, author, academy, verb):
    place, role = DEEDS[verb]
    page = place(author, academy)
    user = request.getfixturevalue(role)
    before = seen(page)
    request.getfixturevalue("power_cut")
    with pytest.raises(PowerCut):
        transitions.VERBS[verb](page, user, "Mit Grund.")
    assert seen(page) == before


@pytest.mark.parametrize("verb", DEEDS)
def test_without_the_failure_the_deed_is_done(request, author, academy, verb):
    place, role = DEEDS[verb]
    page = place(author, academy)
    before = seen(page)
    transitions.VERBS[verb](page, request.getfixturevalue(role), "Mit Grund.")
    assert seen(page) != before


@pytest.mark.parametrize("verb", DEEDS)
def test_a_failure_at_any_write_leaves_no_half_deed(request, author, academy, verb):
    place, role = DEEDS[verb]
    page = place(author, academy)
    user = request.getfixturevalue(role)
    before = seen(page)

    def deed() -> None:
        transitions.VERBS[verb](page, user, "Mit Grund.")

    for number in range(1, writes_of(deed) + 1):
        with pytest.raises(PowerCut), connection.execute_wrapper(AtWrite(number, cut)):
            deed()
        assert seen(page) == before, f"write {number}"


def cut() -> None:
    """The lights go out."""
    raise PowerCut
