"""The academy's side: all municipalities of an edition with one click, requests for access, questions on sections."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.workflow.models import Message
from programs.models import CaseStudyPage, EditionPage, Participation
from programs.portal import inviting
from programs.portal.invitations import link_of
from programs.portal.models import AccessRequest, Invitation, Membership, SectionComment
from programs.portal.people import accept
from programs.portal.rounds import remind
from tests.factories import pages, portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(town, other_town):
    """An edition of a programme, with two municipalities."""
    found = pages.edition(title="Gespräche im Viertel 2024", starts_on=date(2024, 1, 1))
    found.participations = [Participation(municipality=place, quarter="Au") for place in (town, other_town)]
    found.subjects.set([pages.subject()])
    found.save_revision().publish(skip_permission_checks=True)
    pages.case_study_index()
    return EditionPage.objects.get(pk=found.pk)


@pytest.fixture
def desk(client, academy):
    """The academy's browser."""
    client.force_login(academy)
    return client


def test_all_are_invited_with_one_click_and_once(desk, edition, town, other_town):
    address = f"/admin/kommunen/{edition.pk}/einladen/"
    assert "Musterkreis" in desk.get(address).content.decode()
    said = {"deadline": "2031-05-01", f"email-{town.pk}": "a@lindenfurt.example", f"email-{other_town.pk}": "kein@"}
    desk.post(address, said)
    desk.post(address, said)
    assert Invitation.objects.get().municipality == town
    assert Message.objects.filter(verb="portal.invitation").count() == 1
    assert "1. Mai 2031" in Message.objects.get(verb="portal.invitation").text


def test_the_draft_knows_what_the_programme_knows(client, desk, edition, town, academy):
    asked = inviting.invite(edition, town, "a@lindenfurt.example", timezone.localdate() + timedelta(days=40), academy)
    link = Message.objects.get(verb="portal.invitation").text.split("http://127.0.0.1:8000")[1].split()[0]
    browser = type(client)()
    assert browser.get(link).status_code == 200
    assert CaseStudyPage.objects.count() == 0
    answer = browser.post(link)
    asked.refresh_from_db()
    assert answer.url == f"/mein-bereich/beispiel/{asked.page_id}/"
    draft = asked.page.get_latest_revision_as_object()
    assert (draft.program.pk, draft.main_subject.name) == (edition.program.pk, "Integration")
    assert draft.edition == edition
    assert (draft.starts_on.year, draft.district) == (2024, "Au")
    assert draft.contact_email == "rathaus@lindenfurt.example"


def invitation_with(desk, edition, town, example) -> tuple[Invitation, str]:
    """The academy invites and chooses this example; the mail."""
    said = {"deadline": "2031-05-01", f"email-{town.pk}": "a@lindenfurt.example", "example": example.pk}
    desk.post(f"/admin/kommunen/{edition.pk}/einladen/", said)
    return Invitation.objects.get(), Message.objects.get(verb="portal.invitation").text


def test_the_invitation_names_one_published_example(desk, edition, town, other_town):
    example = pages.case_study(title="Die lange Tafel", municipality=other_town)
    shown = desk.get(f"/admin/kommunen/{edition.pk}/einladen/").content.decode()
    assert "Die lange Tafel (Haselbrunn)" in shown
    asked, text = invitation_with(desk, edition, town, example)
    assert f"„Die lange Tafel“ (Haselbrunn), http://127.0.0.1:8000/a/{example.pk}/" in text
    assert "Die lange Tafel" in desk.get(link_of(asked.membership)).content.decode()


def test_an_example_of_the_same_programme_is_offered_first(edition, other_town):
    near = pages.case_study(title="Nah", municipality=other_town, program=edition.program)
    pages.case_study(title="Neuer", municipality=other_town)
    assert inviting.examples_for(edition)[0] == near


def test_an_example_that_went_offline_is_not_named(desk, edition, town, other_town):
    example = pages.case_study(title="Die lange Tafel", municipality=other_town)
    asked, _text = invitation_with(desk, edition, town, example)
    example.unpublish()
    asked.membership.refresh_from_db()
    remind(timezone.now() + timedelta(days=8))
    assert "Die lange Tafel" not in Message.objects.get(verb="portal.invitation_reminder").text
    assert "Die lange Tafel" not in desk.get(link_of(asked.membership)).content.decode()


def test_nobody_makes_an_unpublished_case_study_the_example(desk, edition, town, writer):
    asked, text = invitation_with(desk, edition, town, portal.draft(writer, town))
    assert asked.example is None
    assert text.count("http") == 1


def test_reminded_after_a_week_and_three_but_never_twice(edition, town, academy):
    inviting.invite(edition, town, "a@lindenfurt.example", timezone.localdate() + timedelta(days=40), academy)
    start = timezone.now()
    counts = [remind(start + timedelta(days=day)) for day in (1, 7, 7, 8, 21, 22, 30, 60)]
    assert counts == [0, 1, 0, 0, 1, 0, 0, 0]


def test_who_has_begun_is_not_reminded_to_begin(edition, town, academy):
    asked = inviting.invite(edition, town, "a@lindenfurt.example", timezone.localdate() + timedelta(days=40), academy)
    accept(asked.membership)
    Invitation.objects.update(page=portal.draft(asked.membership.user, town))
    assert remind(timezone.now() + timedelta(days=8)) == 0


def test_an_open_question_is_reminded_around_its_day(writer, town, academy):
    page = portal.asked(writer, town, academy)
    due = page.case.answer_due
    start = timezone.now()
    kinds = []
    for day in range((due - timezone.localdate()).days + 12):
        if remind(start + timedelta(days=day)):
            kinds.append(day - (due - timezone.localdate()).days)
    assert kinds == [-5, 0, 5, 10]  # the last one asks the academy to call


def test_the_command_can_be_run_twice(writer, town, academy, capsys):
    portal.asked(writer, town, academy)
    for _time in range(2):
        call_command("send_reminders")
    assert "0 Erinnerungen" in capsys.readouterr().out


def test_a_request_is_granted_or_erased(desk, town):
    pages.case_study_index()
    for name in ("gut", "fremd"):
        AccessRequest.objects.create(municipality=town, name=name, email=f"{name}@lindenfurt.example")
    assert "bekannte Domain" in desk.get("/admin/kommunen/").content.decode()
    good, other = AccessRequest.objects.order_by("pk")
    desk.post("/admin/kommunen/", {"request": good.pk, "grant": "1"})
    desk.post("/admin/kommunen/", {"request": other.pk})
    other.refresh_from_db()
    assert (other.name, other.email) == ("", "")
    assert Membership.objects.get().user.email == "gut@lindenfurt.example"


def test_only_the_editors_of_case_studies_invite(client, author, edition):
    client.force_login(author)
    assert client.get(f"/admin/kommunen/{edition.pk}/einladen/").status_code in (302, 403)


def test_a_comment_is_internal_unless_it_is_said_otherwise(desk, writer, town):
    page = portal.submitted(writer, town)
    address = f"/admin/pages/{page.pk}/abschnitte/"
    assert "Etwas über situation." in desk.get(address).content.decode()
    desk.post(address, {"deed": "remark", "section": "anlass", "text": "Klingt nach Werbung."})
    assert SectionComment.objects.get().audience == "internal"


def test_without_a_question_nothing_is_asked(desk, writer, town):
    page = portal.submitted(writer, town)
    address = f"/admin/pages/{page.pk}/abschnitte/"
    desk.post(address, {"deed": "remark", "section": "anlass", "text": "Intern."})
    desk.post(address, {"deed": "ask"})
    assert CaseStudyPage.objects.get(pk=page.pk).state.review == "submitted"
    desk.post(address, {"deed": "remark", "section": "anlass", "text": "Wie viele?", "audience": "municipality"})
    desk.post(address, {"deed": "ask"})
    assert CaseStudyPage.objects.get(pk=page.pk).state.review == "changes_requested"
    assert Message.objects.filter(verb="portal.request_changes").count() == 1
