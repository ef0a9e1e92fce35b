"""The checklist at the door, the verbs of approval, and the mails that belong to them."""

from datetime import date

import pytest
from django.core import mail

from home.workflow import transitions
from home.workflow.models import Entry, Message
from home.workflow.states import Publication, Review
from programs.models import CaseStudyPage
from programs.portal import submitting
from programs.portal.checks import red
from programs.portal.models import Case
from programs.portal.working_days import working_day
from tests.factories import portal

pytestmark = pytest.mark.django_db


def review_of(page) -> str:
    return CaseStudyPage.objects.get(pk=page.pk).state.review


def told(kind: str) -> list[str]:
    """Who got a mail of this kind."""
    return sorted(Message.objects.filter(verb=f"portal.{kind}").values_list("recipient__username", flat=True))


def test_a_red_line_keeps_it_from_being_submitted_and_makes_nothing(signed_in, writer, town):
    page = portal.draft(writer, town)
    pages, revisions = CaseStudyPage.objects.count(), page.revisions.count()
    answer = signed_in.post(f"/mein-bereich/beispiel/{page.pk}/einreichen/")
    assert answer.status_code == 422
    assert "Bitte nennen Sie ein Ziel." in answer.content.decode()
    assert review_of(page) == Review.DRAFT
    assert (CaseStudyPage.objects.count(), page.revisions.count()) == (pages, revisions)


def test_every_single_red_line_blocks(writer, town):
    page = portal.complete(writer, town)
    for name in ("lead", "situation", "results", "contact_email"):
        text = page.get_latest_revision_as_object()
        setattr(text, name, "")
        text.save_revision(user=writer, clean=False)
        with pytest.raises(submitting.NotYet):
            submitting.submit(page, writer)
        portal.fill(text)
        text.save_revision(user=writer, clean=False)
    assert red(page.get_latest_revision_as_object()) == []


def test_the_whole_way_to_readers_through_the_common_door(signed_in, writer, town, academy, ministry):
    page = portal.complete(writer, town)
    assert signed_in.post(f"/mein-bereich/beispiel/{page.pk}/einreichen/").status_code == 302
    assert review_of(page) == Review.SUBMITTED
    transitions.approve(page, academy)
    assert review_of(page) == Review.AWAITING_RELEASE
    transitions.approve(page, ministry)
    page = CaseStudyPage.objects.get(pk=page.pk)
    assert (page.state.publication, page.live, page.slug) == (Publication.PUBLISHED, True, "wanderbänke")
    verbs = list(Entry.objects.filter(page_key=page.pk).order_by("number").values_list("verb", flat=True))
    assert [verb for verb in verbs if verb in ("submit", "approve", "release")] == [
        "submit",
        "approve",
        "release",
        "approve",
    ]
    assert told("submit") == told("release") == ["kommune"]


def test_submitting_twice_makes_one_submission(signed_in, writer, town):
    page = portal.complete(writer, town)
    first, second = (signed_in.post(f"/mein-bereich/beispiel/{page.pk}/einreichen/") for _time in range(2))
    assert (first.status_code, second.status_code) == (302, 422)
    assert Entry.objects.filter(page_key=page.pk, verb="submit").count() == 1
    assert told("submit") == ["kommune"]


def test_a_colleague_takes_back_what_the_other_submitted(client, writer, town):
    page = portal.submitted(writer, town)
    client.force_login(portal.member("kollegin", town, "editor"))
    client.post(f"/mein-bereich/beispiel/{page.pk}/zuruecknehmen/")
    assert review_of(page) == Review.DRAFT


def test_somebody_of_another_municipality_moves_nothing(writer, stranger, town):
    page = portal.complete(writer, town)
    with pytest.raises(transitions.Refused):
        transitions.submit(page, stranger)
    transitions_before = review_of(page)
    portal.fill(page)
    submitting.submit(page, writer)
    with pytest.raises(transitions.Refused):
        transitions.retract(page, stranger)
    assert transitions_before == Review.DRAFT


def test_questions_reach_the_municipality_with_their_sections(
    signed_in, writer, town, academy, django_capture_on_commit_callbacks
):
    page = portal.submitted(writer, town)
    portal.comment(page, academy, "anlass")
    portal.comment(page, academy, "aufwand", audience="internal")
    with django_capture_on_commit_callbacks(execute=True):
        transitions.request_changes(page, academy, "Bitte sehen Sie die Fragen an.")
    letter = next(letter for letter in mail.outbox if letter.to == ["kommune@example.org"])
    assert "Anlass und Ziele" in letter.body
    assert "Wie viele kamen?" in letter.body
    assert letter.body.count("Wie viele kamen?") == 1
    shown = signed_in.get(f"/mein-bereich/beispiel/{page.pk}/").content.decode()
    assert shown.count("Wie viele kamen?") == 1


def test_an_internal_comment_is_nowhere_for_the_municipality(signed_in, writer, town, academy):
    page = portal.submitted(writer, town)
    portal.comment(page, academy, "aufwand", audience="internal")
    portal.comment(page, academy, "anlass")
    transitions.request_changes(page, academy, "Fragen.")
    for section in ("aufwand", "anlass"):
        shown = signed_in.get(f"/mein-bereich/beispiel/{page.pk}/{section}/").content.decode()
        assert shown.count("Wie viele kamen?") == (section == "anlass")


def test_every_question_is_answered_before_it_is_submitted_again(signed_in, writer, town, academy):
    page = portal.asked(writer, town, academy)
    assert signed_in.post(f"/mein-bereich/beispiel/{page.pk}/einreichen/").status_code == 422
    question = page.section_comments.get()
    signed_in.post(f"/mein-bereich/beispiel/{page.pk}/fragen/{question.pk}/", {"answer": "Vierzig."})
    assert signed_in.post(f"/mein-bereich/beispiel/{page.pk}/einreichen/").status_code == 302
    assert review_of(page) == Review.SUBMITTED


def test_the_same_difference_for_the_municipality(signed_in, writer, town, academy):
    page = portal.asked(writer, town, academy)
    text = page.get_latest_revision_as_object()
    text.situation = "<p>Etwas Neues über situation.</p>"
    text.save_revision(user=writer, clean=False)
    shown = signed_in.get(f"/mein-bereich/beispiel/{page.pk}/aenderungen/").content.decode()
    assert "Anlass und Ziele" in shown
    assert "Neues" in shown
    assert "Aufwand</h2>" not in shown


def test_no_mail_to_a_municipality_leads_into_the_admin(writer, town, academy, ministry):
    portal.published(writer, town, academy, ministry)
    for letter in Message.objects.filter(recipient=writer):
        assert "/admin/" not in letter.text + letter.html
        assert letter.text.count("http") == 1


def test_the_day_of_the_answer_counts_working_days(writer, town):
    assert working_day(date(2026, 11, 20), 10) == date(2026, 12, 4)
    page = portal.submitted(writer, town)
    assert Case.objects.get(page=page).submitted_at


def test_the_academy_still_needs_four_eyes(writer, town, academy, ministry):
    page = portal.complete(writer, town)
    text = page.get_latest_revision_as_object()
    text.save_revision(user=academy, clean=False)
    submitting.submit(page, writer)
    with pytest.raises(transitions.Refused):
        transitions.approve(page, academy)
