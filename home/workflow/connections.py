"""The wiring of approval on one screen: which signal leads to which receiver."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, post_save, pre_delete, pre_save
from wagtail.admin.views import collections
from wagtail.models import CollectionViewRestriction, TaskState, WorkflowState, get_page_models
from wagtail.signals import (
    page_published,
    page_unpublished,
    post_page_move,
    pre_page_move,
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from home.page.approval import draft_saved

from . import receivers, roles, standstill, transitions
from .arrival import ArrivedForm
from .content.references import HELD_BY, SHOWN_OF_FILE, WATCHED
from .deed import moved
from .messages.outbox import write_messages
from .record import audience, guard
from .record import receivers as record

WAGTAIL_MAILS = {
    (task_submitted, TaskState): "group_approval_task_submitted",
    (workflow_submitted, WorkflowState): "workflow_state_submitted",
    (workflow_rejected, WorkflowState): "workflow_state_rejected",
    (workflow_approved, WorkflowState): "workflow_state_approved",
}


def connect(app: AppConfig) -> None:
    """Everything that listens."""
    post_migrate.connect(set_up_roles, sender=app, dispatch_uid="workflow.roles")
    draft_saved.connect(text_saved, dispatch_uid="workflow.text_saved")
    moved.connect(receivers.follow, dispatch_uid="workflow.follow")
    moved.connect(receivers.remember, dispatch_uid="workflow.remember")
    moved.connect(receivers.lead_on, dispatch_uid="workflow.lead_on")
    moved.connect(write_messages, dispatch_uid="workflow.messages")
    moved.connect(record.record, dispatch_uid="workflow.record")
    moved.connect(record.note_uses, dispatch_uid="workflow.uses")
    for signal in (page_published, page_unpublished):
        signal.connect(receivers.page_changed, dispatch_uid="workflow.page_changed")
        signal.connect(record.note_uses, dispatch_uid="workflow.uses")
    for signal in (workflow_submitted, workflow_rejected, workflow_cancelled, task_submitted):
        signal.connect(receivers.workflow_changed, dispatch_uid="workflow.workflow_changed")
    pre_delete.connect(record.record_deletion, sender=apps.get_model("page.BasePage"), dispatch_uid="workflow.deleted")
    pre_page_move.connect(standstill.before_moved, dispatch_uid="workflow.before_moved")
    post_page_move.connect(standstill.after_moved, dispatch_uid="workflow.after_moved")
    for model in get_page_models():
        pre_save.connect(standstill.before_saved, sender=model, dispatch_uid=f"workflow.alias.{model._meta.label}")
        post_save.connect(receivers.page_created, sender=model, dispatch_uid=f"workflow.created.{model._meta.label}")
    apps.get_model("page.BasePage").base_form_class = ArrivedForm  # Wagtail's admin set its own a moment ago
    guard_files_and_names()
    silence_wagtails_mails()


def guard_files_and_names() -> None:
    """What live and waiting pages refer to is not exchanged from the side."""
    for label, kind in (WATCHED | dict.fromkeys(HELD_BY, "name")).items():
        model = apps.get_model(label)
        before_saved = getattr(guard, f"before_{kind}_saved")
        pre_save.connect(before_saved, sender=model, dispatch_uid=f"workflow.guard.{label}")
        pre_delete.connect(guard.before_deleted, sender=model, dispatch_uid=f"workflow.guard.{label}")
    for label in SHOWN_OF_FILE:
        model, key = apps.get_model(label), f"workflow.audience.{label}"
        pre_save.connect(audience.before_file_saved, sender=model, dispatch_uid=key)
    for signal in (pre_save, pre_delete):
        signal.connect(audience.before_restricted, sender=CollectionViewRestriction, dispatch_uid="workflow.audience")
    collections.Edit.form_class = audience.GuardedCollectionForm


def set_up_roles(**kwargs) -> None:
    """Groups and shipped workflows, after every migration."""
    roles.set_up_roles()


def text_saved(page, revision, user, **kwargs) -> None:
    """A text saved while under review is another text; the state row follows every save."""
    record.note_change(page, revision)
    transitions.back_to_step_one(page, revision, user)
    receivers.page_changed(page)


def silence_wagtails_mails() -> None:
    """They are sent inside the transaction and would fail it; ours go through the outbox."""
    for (signal, sender), name in WAGTAIL_MAILS.items():
        signal.disconnect(sender=sender, dispatch_uid=f"{name}_email_notification")
