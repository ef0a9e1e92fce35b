"""kill -9 in the middle of a transition: the page stands before or after it, never between; mails likewise."""

import signal

import pytest
from django.core.management import call_command
from django.db import transaction

from home.page.models import BasePage
from home.workflow import transitions
from home.workflow.models import Message
from home.workflow.record import chain
from home.workflow.table import TRANSITIONS
from tests.factories import pages
from tests.home.workflow.interrupted import in_own_process, spread, writes_of
from tests.home.workflow.test_all_or_nothing import DEEDS, seen

pytestmark = pytest.mark.usefixtures("real_tasks")

# So many deaths for each verb, spread over everything it writes; the first and the last write are among them.
DEATHS = 5


def known(page) -> BasePage:
    return BasePage.objects.get(pk=page.pk).specific


def standing(page) -> tuple:
    with transaction.atomic():
        return seen(known(page))


def test_every_verb_of_the_table_dies_here():
    assert set(DEEDS) == {row.verb for row in TRANSITIONS}


@pytest.mark.parametrize("verb", DEEDS)
def test_a_killed_process_leaves_no_half_deed(request, author, academy, mailoutbox, verb):
    place, role = DEEDS[verb]
    page = place(author, academy)
    user = request.getfixturevalue(role)
    call_command("send_messages", verbosity=0)
    mailoutbox.clear()
    before = standing(page)

    def deed() -> None:
        transitions.VERBS[verb](known(page), user, "Mit Grund.")

    writes = writes_of(deed)
    for number in spread(writes, DEATHS):
        assert in_own_process(deed, at_write=number) == signal.SIGKILL
        assert standing(page) == before, f"write {number} of {writes}"
    call_command("send_messages")
    assert not mailoutbox
    assert in_own_process(deed) == 0
    assert standing(page) != before
    assert not list(chain.faults())
    owed = sorted(Message.objects.filter(status="waiting").values_list("recipient__email", "subject"))
    for _run in range(2):
        call_command("send_messages")
    assert sorted((mail.to[0], mail.subject) for mail in mailoutbox) == owed


def test_a_process_killed_before_the_first_mail_loses_none(author, editors, mailoutbox):
    page = pages.draft_article(owner=author)

    def submit() -> None:
        transitions.submit(known(page), author)

    # The first write after the deed is the one of a delivery.
    assert in_own_process(submit, at_write=writes_of(submit) + 1) == signal.SIGKILL
    assert known(page).state.review == "submitted"
    assert set(Message.objects.values_list("status", flat=True)) == {"waiting"}
    for _run in range(2):
        call_command("send_messages")
    assert sorted(mail.to[0] for mail in mailoutbox) == ["akademie2@example.org", "akademie@example.org"]
