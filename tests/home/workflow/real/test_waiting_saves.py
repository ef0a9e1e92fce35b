"""A save in the portal that had to wait for somebody else goes on from what they left, on a real database."""

import threading
import time
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test import Client

from home.workflow.models import PageState
from programs.models import CaseStudyPage
from programs.portal import submitting
from programs.portal.forms.section import values_of, version_of
from programs.portal.models import Membership
from programs.portal.sections import BY_KEY
from tests.factories import portal

# Long enough to reach the lock; whoever is slower does not wait, which is no error.
REACHED = 1.0


@pytest.fixture
def writer(db):
    """Writes for a municipality; gone afterwards, with the municipality."""
    town = portal.town()
    yield portal.member("kommune", town)
    CaseStudyPage.objects.all().delete()
    Membership.objects.all().delete()
    town.delete()


def newest(page) -> CaseStudyPage:
    return CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def autosave(person, page, section: str, **answers):
    """Sends a section as the script does."""
    client = Client()
    client.force_login(person)
    said = {"token": version_of(values_of(newest(page), BY_KEY[section])), **answers}
    path = f"/mein-bereich/beispiel/{page.pk}/{section}/"
    return lambda: client.post(path, said, headers={"x-requested-with": "autosave"})


def after_waiting(first: Callable[[], object], second: Callable[[], object]) -> object:
    """Begins the second while the first is done and not committed; what the second was answered."""
    answers = []

    def wait() -> None:
        answers.append(second())
        connection.close()

    thread = threading.Thread(target=wait)
    with transaction.atomic():
        first()
        thread.start()
        time.sleep(REACHED)
    thread.join()
    return answers[0]


def test_what_a_colleague_wrote_in_another_section_meanwhile_stays(writer):
    page = portal.draft(writer, portal.town())
    colleague = portal.member("kollegin", portal.town(), "editor")
    mine, theirs = autosave(writer, page, "anlass", situation="A"), autosave(colleague, page, "lernen", pitfalls="B")
    assert after_waiting(theirs, mine).status_code == 200
    assert (newest(page).situation, newest(page).pitfalls) == ("<p>A</p>", "<p>B</p>")


def test_a_text_that_was_submitted_meanwhile_is_not_changed_and_stays_submitted(writer):
    page = portal.complete(writer, portal.town())
    save = autosave(writer, page, "anlass", situation="Zu spät")
    answer = after_waiting(lambda: submitting.submit(page, writer), save)
    assert (answer.status_code, answer.json()["saved"]) == (409, False)
    assert PageState.objects.get(page_id=page.pk).review == "submitted"
    assert newest(page).situation == "<p>Etwas über situation.</p>"
