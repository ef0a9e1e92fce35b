"""Who a person is to a page: the questions in the column *who* of `table.py`. No models are imported here."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from . import fitness
from .conditions import is_met
from .hands import APPROVED, approved_elsewhere, authors_since_release
from .verdict import YES, Verdict, no

IN_PROGRESS = "in_progress"
SKIPPED = "skipped"


def editor(user: Any, page: Any) -> Verdict:
    """Whoever may edit the text, where a workflow is set up."""
    if not page.has_workflow:
        return no(_("No approval workflow is set up for this part of the site."))
    if not page.permissions_for_user(user).can_edit():
        return no(_("You may only submit texts that you may edit."))
    return YES


def submitter(user: Any, page: Any) -> Verdict:
    """An editor, unless somebody else locked the page by hand."""
    verdict = editor(user, page)
    if verdict.allowed and locked_by_other(user, page):
        return no(why_locked(page))
    return verdict


def locked_by_other(user: Any, page: Any) -> bool:
    """Whether somebody else locked the page by hand."""
    return page.locked and page.locked_by_id != user.pk


def why_locked(page: Any) -> str:
    """The sentence about a page locked by hand."""
    if page.locked_by is None:
        return _("This page is locked. Please ask the editors to unlock it.")
    name = page.locked_by.get_full_name() or page.locked_by.get_username()
    return _("This page is locked by %(name)s. Please ask this person, or the editors, to unlock it.") % {"name": name}


def sender(user: Any, page: Any) -> Verdict:
    """Who sent the text, or owns it."""
    state = page.current_workflow_state
    if state and user.pk in (state.requested_by_id, page.owner_id):
        return YES
    if state and page.permissions_for_user(user).speaks_for_sender:
        return YES
    return no(_("Only the person who submitted this text may take it back."))


def reviewer(user: Any, page: Any) -> Verdict:
    """Member of the group of the step at which the page waits. Rank is no group."""
    step = page.current_workflow_task_state
    return may_review(user, step) if step else no(_("This text is not under review."))


def may_review(user: Any, step: Any) -> Verdict:
    """The step waits, is the page's current one, and the user belongs to its group."""
    state = step.workflow_state
    if step.status != IN_PROGRESS or state.status != IN_PROGRESS:
        return no(_("This step has already been decided."))
    if state.current_task_state_id != step.pk:
        return no(_("This step is no longer the current one."))
    if not step.task.specific.is_open_to(user, step):
        return no(_("Only members of the reviewing group may decide this step."))
    return YES


def second_pair(user: Any, page: Any) -> Verdict:
    """A reviewer who had no hand in the text."""
    step = page.current_workflow_task_state
    return may_approve(user, step) if step else no(_("This text is not under review."))


def may_approve(user: Any, step: Any) -> Verdict:
    """Four eyes: no hand in the text, and exactly the version that was submitted."""
    verdict = may_review(user, step)
    if not verdict.allowed:
        return verdict
    state = step.workflow_state
    page = state.content_object
    if page.latest_revision_id != step.revision_id:
        return no(_("The text was changed after it was submitted. It has to be submitted again."))
    if user.pk == state.requested_by_id:
        return no(_("You submitted this text yourself. Somebody else has to approve it."))
    if user.pk in authors_since_release([page])[page.pk]:
        return no(_("You have worked on this text yourself. Somebody else has to approve it."))
    if approved_elsewhere(user, [step]):
        return no(_("You have already approved an earlier step. Somebody else has to approve this one."))
    return fitness.as_submitted(step.revision)


def may_release(state: Any) -> Verdict:
    """Every step of the workflow was approved, or passed over, on the very revision that goes live."""
    revision_id = state.current_task_state.revision_id
    if state.content_object.latest_revision_id != revision_id:
        return no(_("The text was changed after it was submitted. It has to be submitted again."))
    passed = state.task_states.filter(status__in=(APPROVED, SKIPPED), revision_id=revision_id)
    steps = set(state.workflow.workflow_tasks.values_list("task_id", flat=True))
    approved = state.task_states.filter(status=APPROVED, revision_id=revision_id).exists()
    if not approved or not steps or steps - set(passed.values_list("task_id", flat=True)):
        return no(_("Not every step of the workflow was approved for this version. Nothing was published or changed."))
    return fitness.as_submitted(state.current_task_state.revision)


def proposer(user: Any, page: Any) -> Verdict:
    """A reviewer, where declining takes two people and nobody has proposed it yet."""
    verdict = reviewer(user, page)
    if not verdict.allowed:
        return verdict
    if not page.is_declined_by_two:
        return no(_("Nobody has to propose it here: one person of the reviewing group may decline the text."))
    return no(_("It is proposed already. A second person confirms it.")) if page.decline_proposal else YES


def decliner(user: Any, page: Any) -> Verdict:
    """A reviewer; where it takes two people, another one than proposed it, or an editor of the section."""
    if not page.is_declined_by_two:
        return reviewer(user, page)
    if not reviewer(user, page).allowed and not (page.decline_proposal and section_editor(user, page).allowed):
        return reviewer(user, page)
    if page.decline_proposal is None:
        return no(_("Please propose to decline it first. A second person confirms it."))
    if page.decline_proposal.proposed_by_id == user.pk:
        return no(_("You proposed this yourself. Somebody else has to confirm it."))
    return YES


def later_reviewer(user: Any, page: Any) -> Verdict:
    """A reviewer at a step that has one before it."""
    verdict = reviewer(user, page)
    if verdict.allowed and not steps_before(page.current_workflow_task_state):
        return no(_("This is the first step. Please request changes from the author instead."))
    return verdict


def steps_before(step: Any) -> list[Any]:
    """The workflow's steps before this one at which somebody approved, in order: nobody looks again where none did."""
    state = step.workflow_state
    approved = set(state.task_states.filter(status=APPROVED).values_list("task_id", flat=True))
    steps = list(state.workflow.tasks)
    keys = [task.pk for task in steps]
    earlier = steps[: keys.index(step.task_id)] if step.task_id in keys else []
    return [task for task in earlier if task.pk in approved]


def adviser(user: Any, page: Any) -> Verdict:
    """Member of a group that is asked for advice on this text."""
    if any(groups.filter(pk__in=user.groups.all()).exists() for groups in advising_groups(page)):
        return YES
    return no(_("Only the groups that are asked for advice may comment here."))


def advising_groups(page: Any) -> list[Any]:
    """For each advisory step of the running submission, its groups, if its condition is met."""
    state, steps = page.current_workflow_state, apps.get_model("workflow.FourEyesTask").objects
    asked = steps.filter(workflow_tasks__workflow=state.workflow_id, kind="advice") if state else []
    return [step.groups.all() for step in asked if is_met(step.only_when, page)]


def scheduler(user: Any, page: Any) -> Verdict:
    """An editor, while a date is set."""
    if not page.approved_schedule:
        return no(_("No date is set for this page."))
    return editor(user, page)


def asker(user: Any, page: Any) -> Verdict:
    """An editor, while nobody else has asked yet."""
    if page.withdrawals.filter(done_at=None).exists():
        return no(_("Somebody has already asked to take this page offline."))
    return editor(user, page)


def withdrawer(user: Any, page: Any) -> Verdict:
    """The emergency group at once; else an academy editor other than the one who asked."""
    if page.permissions_for_user(user).holds_publish:
        return YES
    request = page.withdrawals.filter(done_at=None).first()
    if request is None:
        return no(_("Please ask to take the page offline first. A second person confirms it."))
    if request.asked_by_id == user.pk:
        return no(_("You asked for this yourself. Somebody else has to confirm it."))
    return section_editor(user, page)


def section_editor(user: Any, page: Any) -> Verdict:
    """Whoever may change every text of this section."""
    if "change" in page.permissions_for_user(user).granted:
        return YES
    return no(_("Only the editors of this section may do that."))


def reopener(user: Any, page: Any) -> Verdict:
    """An editor of the section, where something is closed."""
    if page.state.review != "declined" and page.state.publication != "archived":
        return no(_("Nothing is closed here: the page is neither declined nor archived."))
    return section_editor(user, page)


def emergency(user: Any, page: Any) -> Verdict:
    """Member of the emergency group."""
    if page.permissions_for_user(user).holds_publish:
        return YES
    return no(_("Only the emergency group may publish directly. Please submit the text for approval."))


def second_look(user: Any, page: Any) -> Verdict:
    """An editor of the section who did not publish in the emergency, while a look is owed."""
    owed = page.second_looks.filter(done_at=None).first()
    if owed is None:
        return no(_("No second look is owed for this page."))
    if owed.published_by_id == user.pk:
        return no(_("You published this yourself. Somebody else has to look at it."))
    return section_editor(user, page)


WHO = {
    question.__name__: question
    for question in (
        submitter, sender, reviewer, second_pair, proposer, decliner, later_reviewer, adviser, scheduler, asker,
        withdrawer, section_editor, reopener, emergency, second_look,
    )
}  # fmt: skip
