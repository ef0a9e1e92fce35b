"""Nobody takes away a workflow, a step, its groups or an assignment for which texts wait: it is said how many."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, pre_delete, pre_save
from django.utils.translation import ngettext
from wagtail.models import Task, Workflow, WorkflowState, WorkflowTask
from wagtail.signals import workflow_cancelled

from home.page.models import BasePage

from ..deed import Refused
from ..models import Assignment, FourEyesTask

# What makes a step the one that was agreed on.
RULES = {FourEyesTask: ("kind", "only_when", "read_only"), WorkflowTask: ("task_id", "workflow_id")}


def connect() -> None:
    """Listens to every road: admin, command, shell."""
    for model in (Workflow, Task, FourEyesTask):
        pre_save.connect(refuse_disabling, sender=model, dispatch_uid=f"desk.disable.{model.__name__}")
        pre_delete.connect(refuse_deleting, sender=model, dispatch_uid=f"desk.delete.{model.__name__}")
    pre_delete.connect(refuse_deleting, sender=WorkflowTask, dispatch_uid="desk.delete.WorkflowTask")
    pre_save.connect(refuse_other_rules, sender=FourEyesTask, dispatch_uid="desk.rules.FourEyesTask")
    pre_save.connect(refuse_other_rules, sender=WorkflowTask, dispatch_uid="desk.rules.WorkflowTask")
    m2m_changed.connect(refuse_other_groups, sender=FourEyesTask.groups.through, dispatch_uid="desk.groups")
    pre_delete.connect(refuse_deleting, sender=Group, dispatch_uid="desk.delete.Group")
    pre_delete.connect(refuse_deleting, sender=Assignment, dispatch_uid="desk.delete.Assignment")
    workflow_cancelled.connect(refuse_cancelling, sender=WorkflowState, dispatch_uid="desk.cancel")
    pre_save.connect(refuse_reassigning, sender=Assignment, dispatch_uid="desk.save.Assignment")


def refuse_disabling(instance: Any, **kwargs) -> None:
    """Before something active becomes inactive."""
    if instance.pk and not instance.active and type(instance).objects.filter(pk=instance.pk, active=True).exists():
        refuse_while(waiting_at(instance))


def refuse_cancelling(instance: WorkflowState, **kwargs) -> None:
    """Wagtail ends what is under way before it disables a workflow; our own verbs end it as another class."""
    refuse_while(waiting_at(instance.workflow) + 1)


def refuse_deleting(instance: Any, **kwargs) -> None:
    """Before something is deleted."""
    refuse_while(waiting_at(instance))


def refuse_other_rules(instance: FourEyesTask | WorkflowTask, raw: bool = False, **kwargs) -> None:
    """Before a step asks for less, or another step takes its place: that would be taking it away."""
    before = None if raw else type(instance).objects.filter(pk=instance.pk).first()
    if before and any(getattr(before, name) != getattr(instance, name) for name in RULES[type(instance)]):
        refuse_while(waiting_at(before))


def refuse_other_groups(instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **kwargs) -> None:
    """Before other people than those agreed on decide at a step, from whichever end it is changed."""
    if action.startswith("pre_"):
        steps = FourEyesTask.objects.filter(pk__in=pk_set) if reverse and pk_set else [instance]
        refuse_while(max((waiting_at(step) for step in steps), default=0))


def refuse_reassigning(instance: Assignment, **kwargs) -> None:
    """Before an assignment points to something else."""
    before = Assignment.objects.filter(pk=instance.pk).first()
    if before and fields(before) != fields(instance):
        refuse_while(waiting_at(before))


def fields(row: Assignment) -> tuple[Any, ...]:
    """What an assignment says."""
    return row.section_id, row.content_type_id, row.workflow_id


def refuse_while(waiting: int) -> None:
    """Says how many texts are in the way."""
    if waiting:
        sentence = ngettext(
            "%(count)d text is under review here. Please decide it first, or have it taken back. Nothing was changed.",
            "%(count)d texts are under review here. Please decide them first, or have them taken back. "
            "Nothing was changed.",
            waiting,
        )
        raise Refused(sentence % {"count": waiting})


def waiting_at(thing: Any) -> int:
    """How many texts are on their way through a workflow, through a step of it, or by an assignment."""
    states = WorkflowState.objects.active()
    if isinstance(thing, Assignment):
        return waiting_by(thing, states)
    if isinstance(thing, Workflow):
        return states.filter(workflow_id=thing.pk).count()
    if isinstance(thing, Group):
        return states.filter(workflow__workflow_tasks__task__foureyestask__groups=thing).distinct().count()
    if isinstance(thing, WorkflowTask):
        return states.filter(workflow_id=thing.workflow_id).count()
    return states.filter(workflow__workflow_tasks__task_id=thing.pk).distinct().count()


def waiting_by(row: Assignment, states: Any) -> int:
    """How many texts of the section and type are on their way through the assigned workflow."""
    keys = states.filter(workflow_id=row.workflow_id).values_list("object_id", flat=True)
    pages = BasePage.objects.filter(path__startswith=row.section.path, pk__in=[key for key in keys if key.isdigit()])
    return (pages.filter(content_type=row.content_type_id) if row.content_type_id else pages).count()
