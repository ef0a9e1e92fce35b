"""Who may do what in the approval of a page: pure questions, each answered by yes or by a reason.

This module imports no models: it is loaded while `wagtail.models` loads (the finish action needs it).
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

IN_PROGRESS = "in_progress"
APPROVED = "approved"


@dataclass(frozen=True)
class Verdict:
    """Yes, or no with a sentence for the person who asked."""

    allowed: bool
    reason: str | Promise = ""


YES = Verdict(True)


def no(reason: str | Promise) -> Verdict:
    """A refusal with its sentence."""
    return Verdict(False, reason)


def may_submit(user: Any, page: Any) -> Verdict:
    """Whoever may edit the text may submit it, once at a time."""
    if page.workflow_in_progress:
        return no(_("This text is already under review."))
    if not page.has_workflow:
        return no(_("No approval workflow is set up for this part of the site."))
    if not page.permissions_for_user(user).can_edit():
        return no(_("You may only submit texts that you may edit."))
    return YES


def may_review(user: Any, task_state: Any) -> Verdict:
    """The step waits, it is the page's current one, and the user belongs to the step's group. Rank is no group."""
    workflow_state = task_state.workflow_state
    if task_state.status != IN_PROGRESS or workflow_state.status != IN_PROGRESS:
        return no(_("This step has already been decided."))
    if workflow_state.current_task_state_id != task_state.pk:
        return no(_("This step is no longer the current one."))
    if not task_state.task.specific._user_in_groups(user):
        return no(_("Only members of the reviewing group may decide this step."))
    return YES


def may_request_changes(user: Any, task_state: Any, comment: str) -> Verdict:
    """Reviewers may send a text back, and say why."""
    verdict = may_review(user, task_state)
    if verdict.allowed and not comment.strip():
        return no(_("Please write what should be changed."))
    return verdict


def may_approve(user: Any, task_state: Any) -> Verdict:
    """Four eyes: no hand in the text, and exactly the version that was submitted."""
    verdict = may_review(user, task_state)
    if not verdict.allowed:
        return verdict
    workflow_state = task_state.workflow_state
    page = workflow_state.content_object
    if page.latest_revision_id != task_state.revision_id:
        return no(_("The text was changed after it was submitted. It has to be submitted again."))
    if user.pk == workflow_state.requested_by_id:
        return no(_("You submitted this text yourself. Somebody else has to approve it."))
    if user.pk in authors_since_release(page):
        return no(_("You have worked on this text yourself. Somebody else has to approve it."))
    if approved_another_step(user, task_state):
        return no(_("You have already approved an earlier step. Somebody else has to approve this one."))
    return YES


def authors_since_release(page: Any) -> set[int]:
    """Keys of all who saved a revision since the version that is live."""
    revisions = page.revisions.exclude(user=None)
    if page.live_revision_id:
        revisions = revisions.filter(pk__gt=page.live_revision_id)
    return set(revisions.values_list("user_id", flat=True))


def approved_another_step(user: Any, task_state: Any) -> bool:
    """Whether the user approved another step of the same submission."""
    steps = task_state.workflow_state.task_states.exclude(pk=task_state.pk)
    return steps.filter(status=APPROVED, finished_by=user).exists()


def may_retract(user: Any, workflow_state: Any) -> Verdict:
    """Who sent a text, or owns it, may take it back."""
    if user.pk in (workflow_state.requested_by_id, workflow_state.content_object.owner_id):
        return YES
    return no(_("Only the person who submitted this text may take it back."))


def may_release(workflow_state: Any) -> Verdict:
    """Every step of the workflow was approved on the very revision that goes live."""
    revision_id = workflow_state.current_task_state.revision_id
    if workflow_state.content_object.latest_revision_id != revision_id:
        return no(_("The text was changed after it was submitted. It has to be submitted again."))
    approved = workflow_state.task_states.filter(status=APPROVED, revision_id=revision_id)
    steps = set(workflow_state.workflow.workflow_tasks.values_list("task_id", flat=True))
    if not steps or steps - set(approved.values_list("task_id", flat=True)):
        return no(
            _("Not every step of the workflow was approved for this version. Nothing was published or changed.")
        )
    return YES
