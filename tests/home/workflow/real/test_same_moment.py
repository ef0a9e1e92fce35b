"""Two people, or two clicks, at the same moment: exactly one transition, on a real database with real threads."""

import threading
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from home.page.models import BasePage
from home.workflow import roles, transitions
from home.workflow.models import FourEyesTask, Message
from home.workflow.record import chain
from home.workflow.transitions import Refused
from tests.factories import approval, pages
from tests.factories.people import person

TOO_LATE = {
    "Dieser Schritt ist bereits entschieden.",
    "Dieser Text ist nicht in Prüfung.",
    "Dieser Text ist bereits in Prüfung.",
}
ROUNDS = 3


def at_once(*deeds: Callable[[], None]) -> list[str]:
    """Runs them all at the same moment; the refusals. Every other error is raised here."""
    start, refusals, errors = threading.Barrier(len(deeds)), [], []

    def run(deed: Callable[[], None]) -> None:
        try:
            start.wait()
            deed()
        except Refused as refusal:
            refusals.append(str(refusal))
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    return refusals


def known(page) -> BasePage:
    return BasePage.objects.get(pk=page.pk).specific


def verbs_of(page) -> list[str]:
    return list(chain.entries_of(page.pk).values_list("verb", flat=True))


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_two_approvers_approve_once(author, editors, _round):
    page = approval.submitted(author)
    first, second = (known(page) for _editor in editors)
    refusals = at_once(
        lambda: transitions.approve(first, editors[0], "Gut."), lambda: transitions.approve(second, editors[1], "Gut.")
    )
    assert len(refusals) == 1
    assert set(refusals) <= TOO_LATE
    assert verbs_of(page) == ["submit", "release", "approve"]
    assert Message.objects.filter(verb="release", recipient=author).count() == 1
    assert known(page).live


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_approving_and_declining_do_not_both_happen(author, editors, _round):
    page = approval.submitted(author)
    refusals = at_once(
        lambda: transitions.approve(known(page), editors[0]),
        lambda: transitions.decline(known(page), editors[1], "Passt nicht."),
    )
    assert len(refusals) == 1
    assert known(page).live == ("release" in verbs_of(page))
    assert ("decline" in verbs_of(page)) != ("release" in verbs_of(page))


def test_a_double_click_submits_once(author, editors):
    page = pages.draft_article(owner=author)
    refusals = at_once(*[lambda: transitions.submit(known(page), author)] * 2)
    assert len(refusals) == 1
    assert set(refusals) <= TOO_LATE
    assert verbs_of(page) == ["submit"]
    assert Message.objects.filter(verb="submit").count() == len(editors)


@pytest.fixture
def two_groups(db):
    """The step of the academy, at which the ministry has to agree as well."""
    step, ministry = FourEyesTask.objects.get(name=roles.CHECK.name), Group.objects.get(name=roles.MINISTRY.name)
    FourEyesTask.objects.filter(pk=step.pk).update(kind=FourEyesTask.Kind.AGREEMENT)
    step.groups.add(ministry)
    yield person("ministerium", roles.MINISTRY)
    step.groups.remove(ministry)
    FourEyesTask.objects.filter(pk=step.pk).update(kind=FourEyesTask.Kind.APPROVAL)


def test_two_groups_that_agree_at_once_release_once(author, editors, two_groups):
    page = approval.submitted(author)
    refusals = at_once(
        lambda: transitions.approve(known(page), editors[0]), lambda: transitions.approve(known(page), two_groups)
    )
    assert not refusals
    assert verbs_of(page).count("release") == 1
    assert known(page).live


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_what_is_saved_while_somebody_approves_does_not_slip_through(author, editors, _round):
    page = approval.submitted(author)
    checked = page.latest_revision_id
    draft = known(page).get_latest_revision_as_object()
    draft.lead = "Schnell noch etwas"
    at_once(lambda: transitions.approve(known(page), editors[0]), lambda: draft.save_revision(user=author))
    now = known(page)
    assert now.live_revision_id in (None, checked)
    assert now.live == ("release" in verbs_of(page))
    assert now.get_latest_revision_as_object().lead == "Schnell noch etwas"
    assert now.latest_revision_id != checked
