"""kill -9 in the middle of a transition: the page stands before or after it, never between; mails likewise."""

import signal

import pytest
from django.core.management import call_command
from django.db import transaction

from home.page.models import BasePage
from home.workflow import transitions
from home.workflow.models import Message
from home.workflow.record import chain
from tests.factories import approval, pages
from tests.home.workflow.interrupted import in_own_process, writes_of
from tests.home.workflow.test_all_or_nothing import seen

pytestmark = pytest.mark.usefixtures("real_tasks")

# So many deaths for each verb, spread over everything it writes; the first and the last write are among them.
DEATHS = 5
PLACES = {
    "submit": (lambda author, editor: pages.draft_article(owner=author), 0),
    "retract": (lambda author, editor: approval.submitted(author), 0),
    "approve": (lambda author, editor: approval.submitted(author), 1),
    "request_changes": (lambda author, editor: approval.submitted(author), 1),
    "withdraw": (approval.withdrawal_asked, 1),
    "publish_emergency": (lambda author, editor: approval.submitted(author), 2),
}


def known(page) -> BasePage:
    return BasePage.objects.get(pk=page.pk).specific


def standing(page) -> tuple:
    with transaction.atomic():
        return seen(known(page))


@pytest.fixture
def people(author, academy, emergency):
    """In the order of the numbers above."""
    return [author, academy, emergency]


@pytest.mark.parametrize("verb", PLACES)
def test_a_killed_process_leaves_no_half_deed(people, verb):
    place, who = PLACES[verb]
    page = place(*people[:2])
    before = standing(page)

    def deed() -> None:
        transitions.VERBS[verb](known(page), people[who], "Mit Grund.")

    writes = writes_of(deed)
    for number in sorted({1 + (writes - 1) * step // (DEATHS - 1) for step in range(DEATHS)}):
        assert in_own_process(deed, at_write=number) == signal.SIGKILL
        assert standing(page) == before, f"write {number} of {writes}"
    assert in_own_process(deed) == 0
    assert standing(page) != before
    assert not list(chain.faults())


def test_a_process_killed_before_the_first_mail_loses_none(people, editors, mailoutbox):
    page = pages.draft_article(owner=people[0])

    def submit() -> None:
        transitions.submit(known(page), people[0])

    # The first write after the deed is the one of a delivery.
    assert in_own_process(submit, at_write=writes_of(submit) + 1) == signal.SIGKILL
    assert known(page).state.review == "submitted"
    assert set(Message.objects.values_list("status", flat=True)) == {"waiting"}
    for _run in range(2):
        call_command("send_messages")
    assert sorted(mail.to[0] for mail in mailoutbox) == ["akademie2@example.org", "akademie@example.org"]
