"""Only steps that know the rules of this house: Wagtail's own kind would let people approve their own texts."""

from typing import NoReturn

from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail import workflows
from wagtail.models import GroupApprovalTask, WorkflowTask

from ..deed import Refused
from ..models import FourEyesTask


def connect() -> None:
    """One kind is offered; by whatever road, no other one comes in."""
    workflows.TASK_TYPES[:] = [FourEyesTask]
    pre_save.connect(refuse_foreign_kind, sender=GroupApprovalTask, dispatch_uid="desk.foreign.GroupApprovalTask")
    pre_save.connect(refuse_foreign_step, sender=WorkflowTask, dispatch_uid="desk.foreign.WorkflowTask")


def refuse_foreign_kind(instance: GroupApprovalTask, **kwargs) -> None:
    """Before a step of Wagtail's own kind is made."""
    if instance._state.adding:
        refuse()


def refuse_foreign_step(instance: WorkflowTask, raw: bool = False, **kwargs) -> None:
    """Before such a step becomes part of a workflow."""
    if not raw and not issubclass(instance.task.specific_class, FourEyesTask):
        refuse()


def refuse() -> NoReturn:
    """Says which kind to take."""
    raise Refused(
        _(
            "This kind of step does not know the rules of this house: people could approve their own texts. "
            "Please create a step of the kind “%(kind)s”."
        )
        % {"kind": FourEyesTask._meta.verbose_name}
    )
