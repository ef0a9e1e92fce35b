"""The base page's road upwards: what a page may not decide itself it asks of `home.workflow`, by name only."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.dispatch import Signal
from django.utils.module_loading import import_string
from wagtail.models import PagePermissionTester, Revision

# Sent after a revision was saved and the page points to it. Arguments: page, revision, user.
draft_saved = Signal()


class ApprovedPage:
    """Puts the rules of approval in front of Wagtail's own page methods (docs/decisions/0003-four-eyes.md)."""

    def permissions_for_user(self, user: AbstractBaseUser) -> PagePermissionTester:
        """What the user may do with this page, asked by every view and action of the admin."""
        return import_string(settings.AUSHANG_PAGE_PERMISSIONS)(user, self)

    def get_workflow(self) -> Any:
        """The workflow in force here: the nearest section's, then the type's; as the class whose verbs are ours."""
        workflow = import_string(settings.AUSHANG_WORKFLOW_OF_PAGE)(self)
        return workflow and apps.get_model("workflow.GuardedWorkflow").objects.get(pk=workflow.pk)

    @property
    def has_workflow(self) -> bool:
        """Whether a text of this page can be submitted."""
        return self.get_workflow() is not None

    @property
    def workflow_states(self) -> Any:
        """The workflow states of this page, as the class whose verbs are ours."""
        return apps.get_model("workflow.GuardedWorkflowState").objects.for_instance(self)

    def save_revision(self, user=None, *args, overwrite_revision: Revision | None = None, **kwargs) -> Revision:
        """Saves a new revision; one that was submitted is never overwritten, not even by autosave."""
        if overwrite_revision and overwrite_revision.task_states.exists():
            overwrite_revision = None
        revision = super().save_revision(user, *args, overwrite_revision=overwrite_revision, **kwargs)
        draft_saved.send(sender=type(self), page=self, revision=revision, user=user)
        return revision

    def obstacles(self, shown: Any = None, in_emergency: bool = False) -> list[str]:
        """Why this text cannot be submitted, a sentence each; in an emergency only what forbids going live at all.

        `shown` is the page as readers knew it last. Types of page add what they ask for.
        """
        return []

    # Whether a second person confirms that a text is not accepted.
    is_declined_by_two = False

    @property
    def decline_proposal(self) -> Any:
        """The proposal to decline the text at the step where it waits now."""
        step = self.current_workflow_task_state
        return self.decline_proposals.filter(step=step).select_related("proposed_by").first() if step else None

    def is_told_later(self, verb: str, circle: str) -> bool:
        """Whether this circle of people hears of it in a mail of the day, which the type of page then writes."""
        return False

    def as_last_shown(self) -> Any:
        """The page as readers see it, or saw it last; None if they never did."""
        return type(self)._default_manager.filter(pk=self.pk, first_published_at__isnull=False).first()
