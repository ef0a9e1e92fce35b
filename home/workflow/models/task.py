"""The step of a workflow: Wagtail's task, with our rules in front of its verbs."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState, WorkflowState

from .. import people, transitions
from ..conditions import CONDITIONS, is_met
from ..forms import ReasonForm
from ..locks import ReviewLock


class FourEyesTask(AbstractGroupApprovalTask):
    """A step that a member of a group takes, who has no hand in the text."""

    class Kind(models.TextChoices):
        APPROVAL = "approval", _("approval: one member of the groups approves")
        AGREEMENT = "agreement", _("agreement: each of the groups approves")
        ADVICE = "advice", _("advice: the groups may comment, nobody has to wait")

    kind = models.CharField(_("kind of step"), max_length=20, choices=Kind, default=Kind.APPROVAL)
    only_when = models.CharField(
        _("only when"), max_length=30, choices=CONDITIONS, blank=True, help_text=_("Empty: always.")
    )
    read_only = models.BooleanField(
        _("release step"), default=False, help_text=_("Who releases may return the text, but not edit it.")
    )

    lock_class = ReviewLock
    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "kind", "only_when", "read_only"]

    class Meta:
        app_label = "workflow"
        verbose_name = _("four-eyes approval")
        verbose_name_plural = _("four-eyes approvals")

    def start(self, workflow_state: WorkflowState, user: AbstractBaseUser | None = None) -> TaskState:
        """Advice does not hold the text up, nor does a step whose condition is not met: both are passed over."""
        if self.kind != self.Kind.ADVICE and is_met(self.only_when, workflow_state.content_object):
            return super().start(workflow_state, user=user)
        return TaskState.objects.create(
            workflow_state=workflow_state,
            task=self,
            revision=workflow_state.content_object.get_latest_revision(),
            status=TaskState.STATUS_SKIPPED,
        )

    def is_open_to(self, user: AbstractBaseUser, step: TaskState) -> bool:
        """Whether the user belongs to a group whose answer this step still needs."""
        return self.open_groups(step).filter(pk__in=user.groups.all()).exists()

    def open_groups(self, step: TaskState) -> models.QuerySet:
        """The groups whose answer is still missing; of an approval, one answer is enough."""
        if self.kind != self.Kind.AGREEMENT:
            return self.groups.all()
        return self.groups.exclude(pk__in=step.votes.values("group_id"))

    def get_actions(self, obj: Any, user: AbstractBaseUser) -> list:
        """The buttons: approving only where policy allows it."""
        step = obj.current_workflow_task_state
        if not step or not people.may_review(user, step).allowed:
            return []
        actions = [("reject", _("Request changes"), True)]
        if people.may_approve(user, step).allowed:
            actions += [("approve", _("Approve"), False), ("approve", _("Approve with comment"), True)]
        return actions

    def on_action(self, task_state: TaskState, user: AbstractBaseUser, action_name: str, **kwargs) -> None:
        """The deed: asks policy again, whatever button, view or script called."""
        verb = {"approve": transitions.approve_step, "reject": transitions.request_changes_at_step}[action_name]
        verb(task_state, user, comment=kwargs.get("comment", ""))

    def get_form_for_action(self, action: str) -> type:
        """Sending back needs a comment; the form says so before the deed does."""
        return ReasonForm if action == "reject" else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user: AbstractBaseUser, **kwargs) -> models.QuerySet:
        """What waits for this user; superusers get no share by rank."""
        if self._user_in_groups(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    def locked_for_user(self, obj: Any, user: AbstractBaseUser) -> bool:
        """Under review the reviewers may edit, at a release step nobody may."""
        return self.read_only or super().locked_for_user(obj, user)

    @classmethod
    def get_description(cls) -> str:
        """What the step does, shown where a workflow is built."""
        return _("Members of the chosen groups approve, never somebody with a hand in the text")


class Vote(models.Model):
    """One group's approval at a step where each of several groups has to agree."""

    step = models.ForeignKey(TaskState, on_delete=models.CASCADE, related_name="votes")
    group = models.ForeignKey("auth.Group", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey("auth.User", on_delete=models.CASCADE, related_name="+")
    comment = models.TextField(blank=True)

    class Meta:
        app_label = "workflow"
        unique_together = [("step", "group"), ("step", "user")]

    def __str__(self) -> str:
        return f"{self.group}: {self.user}"
