"""The municipality takes something back: what is online by a second person, a draft at once."""

import pytest

from home.workflow import transitions
from home.workflow.models import Message
from home.workflow.states import Publication
from programs.models import CaseStudyPage
from tests.factories import portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def online(writer, town, academy, ministry):
    """A case study that readers see."""
    return portal.published(writer, town, academy, ministry)


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
    assert answer.status_code == 422
    assert "Bitte nennen Sie einen Grund" in answer.content.decode() or "Grund" in answer.content.decode()
    assert not online.withdrawals.exists()


def test_asked_twice_it_is_asked_once(signed_in, online):
    for _time in range(2):
        answer = signed_in.post(address(online), {"reason": "Vorbei."})
    assert answer.status_code == 422
    assert online.withdrawals.count() == 1


def test_only_who_looks_after_the_case_studies_takes_them_back(client, online, town):
    client.force_login(portal.member("kollegin", town, "editor"))
    assert client.get(address(online)).status_code == 404


def test_a_draft_nobody_else_has_seen_is_deleted_at_once_after_a_tick(signed_in, writer, town):
    page = portal.draft(writer, town)
    assert "wird" not in signed_in.post(address(page)).headers.get("Location", "")
    assert CaseStudyPage.objects.filter(pk=page.pk).exists()
    signed_in.post(address(page), {"really": "1"})
    assert not CaseStudyPage.objects.filter(pk=page.pk).exists()


def test_what_the_academy_has_seen_is_not_deleted(signed_in, writer, town):
    page = portal.submitted(writer, town)
    signed_in.post(address(page), {"really": "1", "reason": "Weg."})
    assert CaseStudyPage.objects.filter(pk=page.pk).exists()
