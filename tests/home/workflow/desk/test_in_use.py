"""What was agreed on stays while texts are on their way: workflows, steps, their groups, their assignments."""

import html

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Task, Workflow, WorkflowTask
from wagtail.workflows import get_task_types

from home.workflow import roles, transitions
from home.workflow.deed import Refused
from home.workflow.models import Assignment, FourEyesTask
from tests.factories import approval

pytestmark = pytest.mark.django_db

ON_THEIR_WAY = "Hier ist noch 1 Text unterwegs."
FOREIGN = (
    "Diese Art von Schritt kennt die Regeln dieses Hauses nicht: Jeder könnte den eigenen Text freigeben. "
    "Bitte legen Sie einen Schritt der Art „Vier-Augen-Freigabe“ an."
)


def test_nothing_is_taken_away_while_texts_are_under_way(client, superuser, author):
    page = approval.submitted(author)
    workflow, task = Workflow.objects.get(name="Mitteilung"), Task.objects.get(name=roles.CHECK.name)
    row = Assignment.objects.get(workflow=workflow)
    addresses = [
        reverse("wagtailadmin_workflows:disable", args=[workflow.pk]),
        reverse("wagtailadmin_workflows:disable_task", args=[task.pk]),
        reverse("assignment:delete", args=[row.pk]),
    ]
    client.force_login(superuser)
    for address in addresses:
        answer = client.post(address, follow=True)
        assert "Hier ist noch 1 Text unterwegs." in answer.content.decode()
    with pytest.raises(Refused), transaction.atomic():
        workflow.workflow_tasks.get().delete()
    assert page.workflow_in_progress
    assert Workflow.objects.get(pk=workflow.pk).active
    transitions.retract(page, author)
    client.post(addresses[2])
    assert not Assignment.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("change", [{"kind": "advice"}, {"only_when": "amount_given"}, {"read_only": False}])
def test_a_step_asks_for_no_less_while_texts_are_on_their_way(author, academy, change):
    page = approval.with_the_ministry(author, academy)
    step = FourEyesTask.objects.get(name=roles.RELEASE.name)
    for name, value in change.items():
        setattr(step, name, value)
    with pytest.raises(Refused), transaction.atomic():
        step.save()
    transitions.retract(page, author)
    step.save()


def test_no_other_step_takes_its_place_while_texts_are_on_their_way(author, academy):
    page = approval.with_the_ministry(author, academy)
    row = WorkflowTask.objects.get(workflow__name="Programm", task__name=roles.RELEASE.name)
    row.task = FourEyesTask.objects.create(name="Kurzer Blick")
    with pytest.raises(Refused), transaction.atomic():
        row.save()
    transitions.retract(page, author)
    row.save()


@pytest.fixture
def step(db):
    """The academy's step."""
    return FourEyesTask.objects.get(name=roles.CHECK.name)


@pytest.fixture
def others(db):
    """A group that does not decide here."""
    return Group.objects.get(name=roles.AUTHOR.name)


CHANGES = {
    "another group comes in": lambda step, others: step.groups.add(others),
    "the group goes": lambda step, others: step.groups.remove(step.groups.get()),
    "another takes its place": lambda step, others: step.groups.set([others]),
    "all go": lambda step, others: step.groups.clear(),
    "a group comes in from its end": lambda step, others: others.foureyestask_set.add(step),
    "the group goes from its end": lambda step, others: step.groups.get().foureyestask_set.clear(),
    "the group is deleted": lambda step, others: step.groups.get().delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nobody_else_decides_at_a_step_while_texts_are_on_their_way(author, step, others, change):
    page, group = approval.submitted(author), step.groups.get()
    with pytest.raises(Refused, match=ON_THEIR_WAY), transaction.atomic():
        CHANGES[change](step, others)
    assert list(step.groups.all()) == [group]
    transitions.retract(page, author)
    CHANGES[change](step, others)
    assert list(step.groups.all()) != [group]


def test_the_form_of_a_step_says_so_and_changes_nothing(client, superuser, author, step, others):
    approval.submitted(author)
    client.force_login(superuser)
    form = {"name": "Anders", "groups": [others.pk], "kind": "approval", "only_when": ""}
    answer = client.post(reverse("wagtailadmin_workflows:edit_task", args=[step.pk]), form, follow=True)
    assert ON_THEIR_WAY in answer.content.decode()
    step.refresh_from_db()
    assert (step.name, step.groups.get().name) == (roles.CHECK.name, roles.ACADEMY.name)


def test_wagtails_own_kind_of_step_is_not_offered(client, superuser):
    client.force_login(superuser)
    assert get_task_types() == [FourEyesTask]
    assert "Gruppenfreigabe" not in client.get(reverse("wagtailadmin_workflows:task_index")).content.decode()


def test_nor_is_it_made_by_its_address(client, superuser, others):
    client.force_login(superuser)
    address = reverse("wagtailadmin_workflows:add_task", args=["wagtailcore", "groupapprovaltask"])
    answer = client.post(address, {"name": "Kurzer Weg", "groups": [others.pk]}, follow=True)
    assert FOREIGN in html.unescape(answer.content.decode())
    assert not GroupApprovalTask.objects.exists()


@pytest.mark.parametrize("kind", [GroupApprovalTask, Task])
def test_nor_does_any_road_make_it_part_of_a_workflow(db, kind):
    foreign = Task(name="Kurzer Weg", content_type=ContentType.objects.get_for_model(kind))
    foreign.save_base()
    with pytest.raises(Refused, match="Jeder könnte den eigenen Text freigeben"), transaction.atomic():
        WorkflowTask.objects.create(workflow=Workflow.objects.get(name="Mitteilung"), task=foreign)


def test_a_workflow_says_where_it_gets_its_sections_and_offers_no_second_way(client, superuser):
    client.force_login(superuser)
    workflow = Workflow.objects.get(name="Mitteilung")
    for address in (
        reverse("wagtailadmin_workflows:add"),
        reverse("wagtailadmin_workflows:edit", args=[workflow.pk]),
    ):
        content = client.get(address).content.decode()
        assert reverse("assignment:index") in content.split('id="workflow-pages', 1)[1]
        assert "Seite auswählen" not in content


def test_a_workflow_is_renamed_in_its_form(client, superuser):
    client.force_login(superuser)
    workflow = Workflow.objects.get(name="Mitteilung")
    address = reverse("wagtailadmin_workflows:edit", args=[workflow.pk])
    rows = {f"{name}-{key}_FORMS": "0" for name in ("pages", "workflow_tasks") for key in ("TOTAL", "INITIAL")}
    rows |= {"workflow_tasks-TOTAL_FORMS": "1", "workflow_tasks-INITIAL_FORMS": "1"}
    row = workflow.workflow_tasks.get()
    rows |= {"workflow_tasks-0-id": row.pk, "workflow_tasks-0-task": row.task_id, "workflow_tasks-0-ORDER": "1"}
    client.post(address, {"name": "Nachricht", **rows})
    workflow.refresh_from_db()
    assert workflow.name == "Nachricht"


def test_the_list_of_workflows_counts_what_is_in_force(client, superuser):
    client.force_login(superuser)
    workflow = Workflow.objects.get(name="Mitteilung")
    content = client.get(reverse("wagtailadmin_workflows:index")).content.decode()
    cell = content.split(f"{reverse('assignment:index')}?workflow={workflow.pk}", 1)[1]
    assert cell.split("</a>")[0].split(">")[1].strip() == "1 Zuordnung"
