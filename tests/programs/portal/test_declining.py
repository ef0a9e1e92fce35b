"""Not accepted: one person of the academy proposes it with a reason, another one confirms it."""

import pytest

from home.workflow import transitions
from home.workflow.deed import Refused
from home.workflow.models import Message
from home.workflow.states import Review
from programs.models import CaseStudyPage
from programs.portal.events import events_of
from tests.factories import portal

pytestmark = pytest.mark.django_db
WHY = "Es geht darin um eine Baustelle."


@pytest.fixture
def waiting(writer, town):
    """With the academy."""
    return portal.submitted(writer, town)


@pytest.fixture
def proposed(waiting, academy):
    """Somebody of the academy does not want to accept it."""
    transitions.propose_decline(waiting, academy, WHY, "other_subject")
    return CaseStudyPage.objects.get(pk=waiting.pk)


def refusal(verb, page, user) -> str:
    """The sentence of a refusal."""
    with pytest.raises(Refused) as refused:
        getattr(transitions, verb)(page, user, WHY)
    return str(refused.value)


def screen(client, user, page) -> str:
    """The approval screen of this person."""
    client.force_login(user)
    return client.get(f"/admin/pages/{page.pk}/vorgang/").content.decode()


def test_one_person_alone_declines_nothing(waiting, academy):
    assert refusal("decline", waiting, academy) == (
        "Bitte schlagen Sie die Ablehnung zuerst vor. Eine zweite Person bestätigt sie."
    )


def test_who_proposed_it_does_not_confirm_it(proposed, academy):
    assert refusal("decline", proposed, academy) == (
        "Sie haben das selbst vorgeschlagen. Jemand anderes muss es bestätigen."
    )
    assert proposed.state.review == Review.SUBMITTED


def test_it_is_proposed_once(proposed, academy2):
    assert refusal("propose_decline", proposed, academy2) == (
        "Die Ablehnung ist schon vorgeschlagen. Eine zweite Person bestätigt sie."
    )


def test_a_proposal_needs_words(waiting, academy):
    with pytest.raises(Refused, match="Bitte schreiben Sie eine Begründung"):
        transitions.propose_decline(waiting, academy, " ", "other")


def test_the_second_person_declines_and_the_municipality_reads_why_and_is_offered_a_call(proposed, academy2):
    transitions.decline(proposed, academy2, WHY)
    letter = Message.objects.get(verb="portal.decline")
    assert "Es passt nicht zu dem, was hier gesammelt wird." in letter.text
    assert WHY in letter.text
    assert "wir rufen Sie an" in letter.text
    assert CaseStudyPage.objects.get(pk=proposed.pk).state.review == Review.DECLINED


def test_until_then_the_municipality_hears_nothing_of_it(proposed, writer, academy2):
    assert not Message.objects.filter(recipient=writer, created_at__gte=proposed.state.changed_at).exclude(
        verb="portal.submit"
    )
    assert [str(event.what) for event in events_of(proposed.pk)] == ["Von Ihnen eingereicht"]


def test_the_others_of_the_academy_are_told(waiting, academy, academy2):
    transitions.propose_decline(waiting, academy, WHY, "known")
    letter = Message.objects.get(verb="propose_decline")
    assert letter.recipient == academy2
    assert "Bitte bestätigen Sie es als zweite Person" in letter.text


def test_another_decision_ends_the_proposal(proposed, writer, academy, academy2):
    portal.comment(proposed, academy2)
    transitions.request_changes(proposed, academy2, "Bitte sehen Sie die Fragen an.")
    again = CaseStudyPage.objects.get(pk=proposed.pk)
    transitions.submit(again, writer)
    again = CaseStudyPage.objects.get(pk=proposed.pk)
    assert again.decline_proposal is None
    assert refusal("decline", again, academy2).startswith("Bitte schlagen Sie")


def test_the_screen_offers_the_reasons_and_shows_the_second_person_what_is_sent(client, waiting, academy, academy2):
    first = screen(client, academy, waiting)
    assert 'value="propose_decline"' in first
    assert 'value="decline"' not in first
    assert "Es wurde noch nicht in der Praxis erprobt." in first
    transitions.propose_decline(waiting, academy, WHY, "not_tried")
    second = screen(client, academy2, waiting)
    assert f"{WHY}</textarea>" in second
    assert 'value="decline"' in second
    assert 'value="propose_decline"' not in second


def test_what_the_ministry_does_not_want_the_academy_confirms(waiting, academy, academy2, ministry):
    transitions.approve(waiting, academy)
    page = CaseStudyPage.objects.get(pk=waiting.pk)
    transitions.propose_decline(page, ministry, WHY, "rights")
    transitions.decline(page, academy2, WHY)
    assert CaseStudyPage.objects.get(pk=page.pk).state.review == Review.DECLINED
