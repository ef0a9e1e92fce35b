"""Wagtail's workflow and its running state, with our verbs in front of theirs."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.models import Workflow, WorkflowState

from .. import people, transitions
from .record import ChangeNote


class GuardedWorkflow(Workflow):
    """A workflow whose start is our verb `submit`."""

    class Meta:
        proxy = True

    def start(self, obj: Any, user: AbstractBaseUser) -> WorkflowState:
        """Called by Wagtail's create and edit views; the note of the version speaks for its submission."""
        transitions.submit(obj, user, ChangeNote.objects.said_with(obj.latest_revision))
        return obj.current_workflow_state

    def start_unguarded(self, obj: Any, user: AbstractBaseUser) -> WorkflowState:
        """Wagtail's own start; called by transitions only."""
        return super().start(obj, user)


class GuardedWorkflowState(WorkflowState):
    """A running workflow whose verbs are ours."""

    class Meta:
        proxy = True

    def resume(self, user: AbstractBaseUser | None = None) -> None:
        """Called by Wagtail's edit view when changes were made and the author submits again."""
        page = self.content_object
        transitions.submit(page, user, ChangeNote.objects.said_with(page.latest_revision))

    def resume_unguarded(self, user: AbstractBaseUser | None = None) -> None:
        """Wagtail's own resume; called by transitions only."""
        super().resume(user)

    def user_can_cancel(self, user: AbstractBaseUser) -> bool:
        """Who may take a submission back."""
        return people.sender(user, self.content_object).allowed

    def cancel(self, user: AbstractBaseUser | None = None) -> None:
        """Called by Wagtail's edit view: the sender takes the submission back."""
        transitions.retract(self.content_object, user)

    def cancel_unguarded(self, user: AbstractBaseUser | None = None) -> None:
        """Wagtail's own cancel; called by transitions only."""
        super().cancel(user)
