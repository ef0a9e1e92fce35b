"""Tasks and workflows of ours: Wagtail's objects, with our rules in front of their verbs."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState, Workflow, WorkflowState

from . import policy, transitions
from .forms import ChangeRequestForm


class FourEyesTask(AbstractGroupApprovalTask):
    """A step that a member of a group takes, who has no hand in the text."""

    def get_actions(self, obj: Any, user: AbstractBaseUser) -> list:
        """The buttons: approving only where policy allows it."""
        task_state = obj.current_workflow_task_state
        if not task_state or not policy.may_review(user, task_state).allowed:
            return []
        actions = [("reject", _("Request changes"), True)]
        if policy.may_approve(user, task_state).allowed:
            actions += [("approve", _("Approve"), False), ("approve", _("Approve with comment"), True)]
        return actions

    def on_action(self, task_state: TaskState, user: AbstractBaseUser, action_name: str, **kwargs) -> None:
        """The deed: asks policy again, whatever button, view or script called."""
        verb = {"approve": transitions.approve_step, "reject": transitions.request_changes_at_step}[action_name]
        verb(task_state, user, comment=kwargs.get("comment", ""))

    def get_form_for_action(self, action: str) -> type:
        """Sending back needs a comment; the form says so before the deed does."""
        return ChangeRequestForm if action == "reject" else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user: AbstractBaseUser, **kwargs):
        """What waits for this user; superusers get no share by rank."""
        if self._user_in_groups(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    @classmethod
    def get_description(cls) -> str:
        """What the step does, shown where a workflow is built."""
        return _("One member of the chosen groups approves, never the author of the text")

    class Meta:
        verbose_name = _("four-eyes approval")
        verbose_name_plural = _("four-eyes approvals")


class GuardedWorkflow(Workflow):
    """A workflow whose start is our verb `submit`."""

    class Meta:
        proxy = True

    def start(self, obj: Any, user: AbstractBaseUser) -> WorkflowState:
        """Called by Wagtail's create and edit views."""
        return transitions.start(self, obj, user)

    def start_unguarded(self, obj: Any, user: AbstractBaseUser) -> WorkflowState:
        """Wagtail's own start; called by transitions only."""
        return super().start(obj, user)


class GuardedWorkflowState(WorkflowState):
    """A running workflow whose verbs are ours."""

    class Meta:
        proxy = True

    def resume(self, user: AbstractBaseUser | None = None) -> None:
        """Called by Wagtail's edit view when changes were made and the author submits again."""
        transitions.resubmit(self, user)

    def resume_unguarded(self, user: AbstractBaseUser | None = None) -> None:
        """Wagtail's own resume; called by transitions only."""
        super().resume(user)

    def user_can_cancel(self, user: AbstractBaseUser) -> bool:
        """Who may take a submission back."""
        return policy.may_retract(user, self).allowed
