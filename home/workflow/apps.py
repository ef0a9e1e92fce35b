"""The application `home.workflow`, and the only place where its signals are connected."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """How a page is approved."""

    name = "home.workflow"
    label = "workflow"

    def ready(self) -> None:
        """Connects what happens after a save; silences Wagtail's mails, which are sent inside the transaction."""
        from django.db.models.signals import post_migrate  # noqa: PLC0415
        from wagtail.models import TaskState, WorkflowState  # noqa: PLC0415
        from wagtail.signals import (  # noqa: PLC0415
            task_submitted,
            workflow_approved,
            workflow_rejected,
            workflow_submitted,
        )

        from home.page.approval import draft_saved  # noqa: PLC0415

        from . import roles, transitions  # noqa: PLC0415

        # This application comes after those whose permissions the roles need.
        post_migrate.connect(
            lambda **kwargs: roles.set_up_roles(), sender=self, dispatch_uid="workflow.roles", weak=False
        )

        draft_saved.connect(
            lambda page, revision, user, **kwargs: transitions.back_to_step_one(page, revision, user),
            dispatch_uid="workflow.back_to_step_one",
            weak=False,
        )
        uid = "{}_email_notification"
        task_submitted.disconnect(sender=TaskState, dispatch_uid=uid.format("group_approval_task_submitted"))
        workflow_submitted.disconnect(sender=WorkflowState, dispatch_uid=uid.format("workflow_state_submitted"))
        workflow_rejected.disconnect(sender=WorkflowState, dispatch_uid=uid.format("workflow_state_rejected"))
        workflow_approved.disconnect(sender=WorkflowState, dispatch_uid=uid.format("workflow_state_approved"))
