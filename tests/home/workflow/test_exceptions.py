"""What leaves the straight path: withdrawal by two people, emergencies, dates, steps with conditions."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Workflow, WorkflowTask

from home.bodies.models import Body
from home.workflow import roles, transitions
from home.workflow.deed import Refused, locked
from home.workflow.models import Assignment, FourEyesTask
from programs.models import ProgramPage
from tests.factories import approval, pages
from tests.factories.people import person

pytestmark = pytest.mark.django_db

SECOND_PERSON = "Sie haben dies selbst beantragt. Jemand anderes muss es bestätigen."


def state_of(page) -> tuple[str, str]:
    state = locked(page).state
    return state.publication, state.review


def test_two_people_take_a_page_offline(author, academy):
    page = approval.withdrawal_asked(author, academy)
    assert state_of(page) == ("published", "none")
    transitions.withdraw(page, academy, "Einverstanden.")
    assert state_of(page) == ("withdrawn", "draft")


def test_who_asked_does_not_confirm(academy, author):
    page = approval.approved(author, academy)
    transitions.ask_withdrawal(page, academy, "Überholt.")
    with pytest.raises(Refused) as refusal:
        transitions.withdraw(page, academy, "Ja.")
    assert str(refusal.value) == SECOND_PERSON


def test_the_emergency_group_takes_offline_at_once_with_a_reason(author, academy, emergency):
    page = approval.approved(author, academy)
    with pytest.raises(Refused):
        transitions.withdraw(page, emergency, " ")
    transitions.withdraw(page, emergency, "Falsche Zahl.")
    assert state_of(page)[0] == "withdrawn"


def test_the_address_of_a_merged_page_leads_on(client, author, academy, emergency):
    page, successor = approval.approved(author, academy), pages.article()
    old = page.get_url()
    transitions.withdraw(page, emergency, "Doppelt.", kind="merged", successor=successor)
    assert Redirect.objects.get().redirect_page_id == successor.pk
    response = client.get(old)
    assert response.status_code == 301
    assert response.url.endswith(successor.get_url())


def test_an_emergency_owes_a_second_look_by_somebody_else(author, academy, emergency):
    page = approval.submitted(author)
    transitions.publish_emergency(page, emergency, "Hochwasser, Notrufnummer.")
    assert state_of(page) == ("published", "none")
    with pytest.raises(Refused) as refusal:
        transitions.look_again(page, emergency)
    assert str(refusal.value) == "Sie haben dies selbst veröffentlicht. Jemand anderes muss es prüfen."
    transitions.look_again(page, academy, "In Ordnung.")
    assert not page.second_looks.filter(done_at=None).exists()


def test_an_approved_text_with_a_date_waits_for_it(author, academy):
    page = pages.draft_article(owner=author)
    approval.edit(page, author, go_live_at=timezone.now() + timedelta(days=1))
    transitions.submit(page, author)
    transitions.approve(page, academy)
    assert state_of(page) == ("scheduled", "none")
    transitions.unschedule(page, academy)
    assert state_of(page)[0] == "never"


def test_a_date_publishes_only_what_was_approved(author, academy):
    page = pages.draft_article(owner=author)
    approval.edit(page, author, go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert not page.live


def test_back_at_the_step_before_the_academy_looks_again(author, academy, ministry):
    second_editor = person("akademie2", roles.ACADEMY)
    page = approval.with_the_ministry(author, academy)
    transitions.send_back(page, ministry, "Bitte die Förderhöhe prüfen.")
    assert state_of(page) == ("never", "submitted")
    transitions.approve(page, second_editor)
    assert state_of(page) == ("never", "awaiting_release")
    transitions.approve(page, ministry)
    assert state_of(page) == ("published", "none")


def test_the_step_before_is_the_last_one_at_which_somebody_approved(author, academy, ministry):
    workflow, advice = Workflow.objects.get(name="Programm"), FourEyesTask.objects.create(name="Rat", kind="advice")
    WorkflowTask.objects.filter(workflow=workflow, task__name=roles.RELEASE.name).update(sort_order=2)
    WorkflowTask.objects.create(workflow=workflow, task=advice, sort_order=1)
    page = approval.with_the_ministry(author, academy)
    transitions.send_back(page, ministry, "Bitte noch einmal ansehen.")
    assert locked(page).current_workflow_task.name == roles.CHECK.name
    assert state_of(page) == ("never", "submitted")


def test_a_declined_text_is_submitted_again_only_after_reopening(author, academy):
    page = approval.declined(author, academy)
    with pytest.raises(Refused):
        transitions.submit(page, author)
    transitions.reopen(page, academy, "Doch aufnehmen.")
    transitions.submit(page, author)
    assert state_of(page) == ("never", "submitted")


def ministry_step(**fields) -> FourEyesTask:
    FourEyesTask.objects.filter(name=roles.RELEASE.name).update(**fields)
    return FourEyesTask.objects.get(name=roles.RELEASE.name)


@pytest.mark.parametrize(("kind", "steps"), [("ministry", 2), ("partner", 1)])
def test_the_ministry_is_asked_only_when_it_funds(author, academy, ministry, kind, steps):
    ministry_step(only_when="ministry_involved")
    funder = Body.objects.create(name="Geldgeber", kind=kind)
    page = pages.draft(ProgramPage, pages.program_index(), owner=author, funders=[funder])
    transitions.submit(page, author)
    transitions.approve(page, academy)
    assert state_of(page) == (("never", "awaiting_release") if steps == 2 else ("published", "none"))


def test_advice_holds_nothing_up(author, academy):
    ministry_step(kind=FourEyesTask.Kind.ADVICE)
    page = approval.with_the_ministry(author, academy)
    assert state_of(page) == ("published", "none")


def test_each_of_several_groups_has_to_agree(author, academy, ministry):
    step = FourEyesTask.objects.get(name=roles.CHECK.name)
    step.kind = FourEyesTask.Kind.AGREEMENT
    step.save()
    step.groups.add(Group.objects.get(name=roles.MINISTRY.name))
    page = approval.submitted(author)
    transitions.approve(page, academy)
    assert state_of(page) == ("never", "submitted")
    with pytest.raises(Refused):
        transitions.approve(page, academy)
    transitions.approve(page, ministry)
    assert state_of(page) == ("published", "none")


def test_the_nearest_section_decides_then_the_type():
    quick = Workflow.objects.create(name="Kurzer Weg")
    WorkflowTask.objects.create(workflow=quick, task=FourEyesTask.objects.first().task_ptr)
    program, article = pages.program(), pages.article()
    assert program.get_workflow().name == "Programm"
    assert article.get_workflow().name == "Mitteilung"
    Assignment.objects.create(section=pages.program_index(), workflow=quick)
    assert ProgramPage.objects.get(pk=program.pk).get_workflow().name == "Kurzer Weg"
