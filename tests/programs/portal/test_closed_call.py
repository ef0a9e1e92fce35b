"""After its last day a call is closed: the draft can be read, what was typed is there, and it is said who helps."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.workflow import transitions
from home.workflow.models import Message
from programs.models import CaseStudyPage, Participation
from programs.portal import beginning, submitting
from programs.portal.models import Case, Invitation
from tests.factories import pages, portal

pytestmark = pytest.mark.django_db
TEXT = "Spät getippt, aber nicht verloren: ein ganzer Satz mit vielen Wörtern."
AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}


def yesterday():
    return timezone.localdate() - timedelta(days=1)


@pytest.fixture
def page(writer, town):
    """A complete draft whose call ended yesterday."""
    found = portal.complete(writer, town)
    Case.objects.update(deadline=yesterday())
    return CaseStudyPage.objects.get(pk=found.pk)


@pytest.fixture
def address(page):
    return f"/mein-bereich/beispiel/{page.pk}/"


def test_the_text_can_be_read_and_it_is_said_who_opens_it_again(signed_in, page, address):
    for shown in (address, f"{address}anlass/"):
        text = signed_in.get(shown).content.decode()
        assert "Die Frist ist am" in text
        assert "Die Akademie kann ihn für Sie wieder öffnen" in text
    assert "Etwas über situation." in text
    assert '<fieldset class="portal-all" disabled>' in text
    assert "einreichen/" not in signed_in.get(address).content.decode()


def test_what_was_typed_too_late_is_still_there(signed_in, page, address):
    answer = signed_in.post(f"{address}anlass/", {"token": "x", "situation": TEXT})
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert f"{TEXT}</textarea>" in shown
    assert "Die Frist ist am" in shown
    script = signed_in.post(f"{address}anlass/", {"token": "x", "situation": TEXT}, **AUTOSAVE)
    assert "Die Frist ist am" in script.json()["sentence"]
    assert TEXT not in page.get_latest_revision().content["situation"]


def test_an_upload_and_a_submission_are_too_late_too(signed_in, page, address, writer):
    answer = signed_in.post(f"{address}hochladen/pictures/", {"file": portal.photo()}, **AUTOSAVE)
    assert "Die Frist ist am" in answer.json()["files"][0]["sentence"]
    with pytest.raises(submitting.NotYet, match="Die Frist ist am"):
        submitting.submit(page, writer)


def test_on_the_last_day_everything_is_open(signed_in, page, address):
    Case.objects.update(deadline=timezone.localdate())
    assert "Die Frist ist am" not in signed_in.get(f"{address}anlass/").content.decode()


def test_who_submitted_in_time_goes_on_afterwards(page, writer, academy):
    Case.objects.update(deadline=timezone.localdate())
    submitting.submit(page, writer)
    Case.objects.update(deadline=yesterday())
    transitions.retract(page, writer)
    submitting.submit(CaseStudyPage.objects.get(pk=page.pk), writer)
    portal.comment(page, academy)
    transitions.request_changes(page, academy, "Fragen.")
    page.section_comments.update(settled_at=timezone.now())
    submitting.submit(CaseStudyPage.objects.get(pk=page.pk), writer)


def test_the_academy_opens_it_again_and_one_mail_says_so(client, signed_in, page, address, academy):
    desk = type(client)()
    desk.force_login(academy)
    screen = f"/admin/pages/{page.pk}/abschnitte/"
    assert "Die Frist ist abgelaufen" in desk.get(screen).content.decode()
    desk.post(screen, {"deed": "extend", "deadline": str(yesterday())})
    assert not Message.objects.filter(verb="portal.extended").exists()
    desk.post(screen, {"deed": "extend", "deadline": str(timezone.localdate() + timedelta(days=9))})
    assert Message.objects.filter(verb="portal.extended").count() == 1
    assert "Die Frist ist am" not in signed_in.get(f"{address}anlass/").content.decode()


@pytest.fixture
def missed(town, academy):
    """An invitation whose day has passed, with nothing begun."""
    pages.case_study_index()
    return Invitation.objects.create(
        municipality=town, deadline=yesterday(), invited_at=timezone.now(), occasion=pages.edition()
    )


def test_nobody_begins_after_the_end(signed_in, missed, writer, town):
    assert "Die Frist ist am" in signed_in.get("/mein-bereich/").content.decode()
    answer = signed_in.post(f"/mein-bereich/kommune/{town.pk}/beginnen/", {"invitation": missed.pk}, follow=True)
    assert "Die Akademie kann sie für Sie verlängern" in answer.content.decode()
    assert CaseStudyPage.objects.count() == 0


def test_the_academy_gives_more_time_to_who_has_not_begun(client, missed, writer, town, academy):
    edition = missed.occasion.specific
    edition.participations = [Participation(municipality=town)]
    edition.save()
    missed.membership = writer.memberships.get()
    missed.save()
    client.force_login(academy)
    later = timezone.localdate() + timedelta(days=9)
    client.post(f"/admin/kommunen/{missed.occasion_id}/einladen/", {"extend": missed.pk, "deadline": str(later)})
    missed.refresh_from_db()
    assert missed.deadline == later
    assert Message.objects.get(verb="portal.invitation_extended").recipient == writer
    assert beginning.for_invitation(missed, writer).pk


def test_who_begins_gets_one_mail_with_the_way_back(signed_in, writer, town):
    pages.case_study_index()
    asked = Invitation.objects.create(municipality=town, deadline="2031-05-01", invited_at=timezone.now())
    for _time in range(2):
        signed_in.post(f"/mein-bereich/kommune/{town.pk}/beginnen/", {"invitation": asked.pk})
    letter = Message.objects.get(verb="portal.draft")
    assert "1. Mai 2031" in letter.text
    assert f"/mein-bereich/beispiel/{CaseStudyPage.objects.get().pk}/" in letter.text
    signed_in.post(f"/mein-bereich/kommune/{town.pk}/beginnen/")
    assert Message.objects.filter(verb="portal.draft_open").count() == 1
