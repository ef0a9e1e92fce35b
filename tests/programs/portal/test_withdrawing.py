"""The municipality takes something back: what is online by a second person, a draft at once."""

import re

import pytest

from home.workflow import transitions
from home.workflow.deed import Refused
from home.workflow.models import Message
from home.workflow.states import Publication
from programs.models import CaseStudyPage
from programs.portal import submitting
from programs.portal.forgetting import delete_draft
from tests.factories import portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def online(writer, town, academy, ministry):
    """A case study that readers see."""
    return portal.published(writer, town, academy, ministry)


def sentence_of(answer) -> str:
    """The refusal above the form."""
    assert answer.status_code == 422
    return re.search(r'role="alert".*?<p>(.*?)</p>', answer.content.decode(), re.S)[1]


def address(page) -> str:
    return f"/mein-bereich/beispiel/{page.pk}/zurueckziehen/"


def test_the_button_asks_and_the_academy_takes_it_offline(signed_in, online, writer, academy):
    assert address(online) in signed_in.get(f"/mein-bereich/beispiel/{online.pk}/").content.decode()
    signed_in.get(address(online))
    assert not online.withdrawals.exists()
    signed_in.post(address(online), {"reason": "Das Angebot gibt es nicht mehr."})
    assert CaseStudyPage.objects.get(pk=online.pk).live
    assert Message.objects.filter(verb="ask_withdrawal", recipient=academy).count() == 1
    transitions.withdraw(online, academy, "Die Kommune möchte es so.")
    page = CaseStudyPage.objects.get(pk=online.pk)
    assert (page.live, page.state.publication) == (False, Publication.WITHDRAWN)
    assert Message.objects.filter(verb="portal.withdraw", recipient=writer).count() == 1


def test_without_a_reason_nothing_is_asked(signed_in, online):
    answer = signed_in.post(address(online), {"reason": " "})
    assert sentence_of(answer) == "Bitte schreiben Sie eine Begründung. Sie wird Teil der Akte."
    assert not online.withdrawals.exists()


def test_asked_twice_it_is_asked_once(signed_in, online):
    for _time in range(2):
        answer = signed_in.post(address(online), {"reason": "Vorbei."})
    assert answer.status_code == 422
    assert "Vorbei." in answer.content.decode()  # what was typed is still there
    assert online.withdrawals.count() == 1


def test_only_who_looks_after_the_case_studies_takes_them_back(client, online, town):
    client.force_login(portal.member("kollegin", town, "editor"))
    assert client.get(address(online)).status_code == 404


def test_a_draft_nobody_else_has_seen_is_deleted_at_once_after_a_tick(signed_in, writer, town):
    page = portal.draft(writer, town)
    assert sentence_of(signed_in.post(address(page))) == "Bitte setzen Sie das Häkchen. Gelöscht wurde nichts."
    assert CaseStudyPage.objects.filter(pk=page.pk).exists()
    signed_in.post(address(page), {"really": "1"})
    assert not CaseStudyPage.objects.filter(pk=page.pk).exists()


def test_what_the_academy_has_seen_is_not_deleted(signed_in, writer, town):
    page = portal.submitted(writer, town)
    signed_in.post(address(page), {"really": "1", "reason": "Weg."})
    assert CaseStudyPage.objects.filter(pk=page.pk).exists()


def test_what_was_submitted_a_moment_ago_is_not_deleted_by_the_deed(writer, town):
    page = portal.complete(writer, town)
    submitting.submit(CaseStudyPage.objects.get(pk=page.pk), writer)
    with pytest.raises(Refused, match="inzwischen eingereicht"):
        delete_draft(page)
    assert CaseStudyPage.objects.filter(pk=page.pk).exists()


def test_what_somebody_wrote_a_moment_ago_is_not_deleted_unseen(writer, town):
    page = portal.draft(writer, town)
    seen = CaseStudyPage.objects.get(pk=page.pk)
    page.get_latest_revision_as_object().save_revision(user=portal.member("kollege", town, "editor"), clean=False)
    with pytest.raises(Refused, match="hat gerade jemand geschrieben"):
        delete_draft(seen)
    assert CaseStudyPage.objects.filter(pk=page.pk).exists()
