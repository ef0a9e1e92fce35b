"""The only code that moves a page through its approval. Every verb asks policy, then does the whole deed or none.

This module imports no models: Wagtail loads its finish action (`release`) while its own models load.
"""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from . import policy

NEEDS_CHANGES = "needs_changes"


class Refused(Exception):  # noqa: N818
    """A verb was refused; the text is the sentence a person reads.

    Not a PermissionDenied: Wagtail's admin would replace the sentence by a general one.
    """


def demand(verdict: policy.Verdict) -> None:
    """Raises the refusal, if it is one."""
    if not verdict.allowed:
        raise Refused(str(verdict.reason))


def submit(page: Any, user: Any, comment: str = "") -> None:
    """Hands the latest revision to the first step; after requested changes, to the step that asked for them."""
    state = page.current_workflow_state
    if state and state.status == NEEDS_CHANGES:
        resubmit(state, user)
        return
    workflow = page.get_workflow()
    if workflow is None:
        demand(policy.may_submit(user, page))
    start(workflow, page, user, comment)


@transaction.atomic
def start(workflow: Any, page: Any, user: Any, comment: str = "") -> Any:
    """Starts this workflow on the page's latest revision."""
    lock(page)
    demand(policy.may_submit(user, page))
    page.get_latest_revision_as_object().full_clean()
    note(page, "aushang.submit", user, comment)
    return workflow.start_unguarded(page, user)


@transaction.atomic
def resubmit(workflow_state: Any, user: Any) -> None:
    """Hands the changed text back to the step that asked for changes."""
    page = workflow_state.content_object.specific
    lock(page)
    demand(policy.may_submit(user, page))
    page.get_latest_revision_as_object().full_clean()
    workflow_state.resume_unguarded(user=user)


def approve(page: Any, user: Any, comment: str = "") -> None:
    """Approves the page's current step; after the last one the approved revision goes live."""
    approve_step(current_step(page), user, comment)


def request_changes(page: Any, user: Any, comment: str = "") -> None:
    """Sends the text back to its author with a comment."""
    request_changes_at_step(current_step(page), user, comment)


def retract(page: Any, user: Any, comment: str = "") -> None:
    """The sender takes the submission back; the text stays as it is."""
    state = page.current_workflow_state
    if state is None:
        raise Refused(_("This text is not under review."))
    demand(policy.may_retract(user, state))
    note(page, "aushang.retract", user, comment)
    state.cancel(user=user)


def current_step(page: Any) -> Any:
    """The step the page waits at."""
    task_state = page.current_workflow_task_state
    if task_state is None:
        raise Refused(_("This text is not under review."))
    return task_state


@transaction.atomic
def approve_step(task_state: Any, user: Any, comment: str = "") -> None:
    """Approves this step, if it is still the current one and the user had no hand in the text."""
    task_state = fresh(task_state)
    demand(policy.may_approve(user, task_state))
    task_state.approve(user=user, comment=comment)


@transaction.atomic
def request_changes_at_step(task_state: Any, user: Any, comment: str = "") -> None:
    """Asks for changes at this step."""
    task_state = fresh(task_state)
    demand(policy.may_request_changes(user, task_state, comment))
    task_state.reject(user=user, comment=comment)


def release(workflow_state: Any, user: Any = None) -> None:
    """Wagtail's finish action: publishes the approved revision, and nothing else.

    Wagtail also comes here when a step was disabled or removed; then an approval is missing and nothing goes live.
    """
    demand(policy.may_release(workflow_state))
    revision = workflow_state.current_task_state.revision
    revision.publish(user=user, skip_permission_checks=True)


def back_to_step_one(page: Any, revision: Any, user: Any) -> None:
    """A text saved while under review is another text: the submission ends, and can be made again."""
    state = page.current_workflow_state
    if state and state.status == policy.IN_PROGRESS and state.current_task_state.revision_id != revision.pk:
        note(page, "aushang.edited_under_review", user)
        state.cancel(user=user)


def publish_import(page: Any, user: Any = None) -> None:
    """Puts an imported page live without approval, and records it as an import."""
    revision = page.save_revision(user=user)
    note(page, "aushang.import", user)
    revision.publish(user=user, skip_permission_checks=True)


def lock(page: Any) -> None:
    """Keeps other transitions of the same page waiting until this one is done."""
    type(page).objects.select_for_update(of=("self",)).get(pk=page.pk)


def fresh(task_state: Any) -> Any:
    """The step as it is now, with its workflow locked against a second decision at the same moment."""
    state_model = type(task_state.workflow_state)
    state_model.objects.select_for_update(of=("self",)).get(pk=task_state.workflow_state_id)
    return type(task_state).objects.get(pk=task_state.pk)


def note(page: Any, action: str, user: Any, comment: str = "") -> None:
    """Writes an entry into the page's history."""
    log(instance=page, action=action, user=user, data={"comment": comment} if comment else {})
