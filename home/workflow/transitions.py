"""The only code that moves a page through its approval. Every verb asks policy, then does the whole deed or none.

Each function is one verb of `table.py`, takes `(page, user, comment="")`, and raises `Refused` with the sentence a
person reads. This module imports no models: Wagtail loads its finish action (`release`) while its own models load.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction

from . import fitness, people, policy
from .advice import advise
from .declining import decline, propose_decline
from .deed import Refused, agreed, current_step, demand, done, end_review, fresh, locked, take_dates_back, taken_offline

__all__ = ["Refused", "release"]


@transaction.atomic
def submit(page: Any, user: Any, comment: str = "") -> None:
    """Hands the latest revision to the first step; after requested changes, to the step that asked for them."""
    page = locked(page)
    demand(policy.may("submit", user, page, comment))
    text = page.get_latest_revision_as_object()
    text.full_clean()
    demand(fitness.without_obstacles(text))
    state = page.current_workflow_state
    if state:
        state.resume_unguarded(user=user)
    else:
        page.get_workflow().start_unguarded(page, user)
    done("submit", page, user, comment)


@transaction.atomic
def retract(page: Any, user: Any, comment: str = "") -> None:
    """The sender takes the submission back; the text stays as it is."""
    page = locked(page)
    demand(policy.may("retract", user, page, comment))
    page.current_workflow_state.cancel_unguarded(user=user)
    done("retract", page, user, comment)


def approve(page: Any, user: Any, comment: str = "") -> None:
    """Approves the page's current step; after the last one the approved revision goes live."""
    approve_step(current_step(page), user, comment)


@transaction.atomic
def approve_step(step: Any, user: Any, comment: str = "") -> None:
    """Approves this step, if it is still the current one and the user had no hand in the text."""
    page = locked(step.workflow_state.content_object)
    step = fresh(step)
    demand(people.may_approve(user, step), user, page)
    if agreed(step, user, comment):
        step.approve(user=user, comment=comment)
    done("approve", page, user, comment, revision=step.revision)


def request_changes(page: Any, user: Any, comment: str = "") -> None:
    """Sends the text back to its author with a comment."""
    request_changes_at_step(current_step(page), user, comment)


@transaction.atomic
def request_changes_at_step(step: Any, user: Any, comment: str = "") -> None:
    """Asks for changes at this step."""
    page = locked(step.workflow_state.content_object)
    step = fresh(step)
    demand(people.may_review(user, step))
    demand(policy.may("request_changes", user, page, comment))
    step.reject(user=user, comment=comment)
    done("request_changes", page, user, comment, revision=step.revision)


@transaction.atomic
def send_back(page: Any, user: Any, comment: str = "") -> None:
    """Returns the text to the step before, whose people look at it once more."""
    page = locked(page)
    demand(policy.may("send_back", user, page, comment))
    step = fresh(current_step(page))
    state, earlier = step.workflow_state, people.steps_before(step)[-1]
    step.reject(user=user, comment=comment, update=False)
    state.task_states.filter(task=earlier, status=people.APPROVED).update(status="cancelled")
    state.current_task_state = earlier.specific.start(state, user=user)
    state.save()
    done("send_back", page, user, comment, revision=step.revision)


def release(workflow_state: Any, user: Any = None) -> None:
    """Wagtail's finish action: publishes the approved revision, and nothing else.

    Wagtail also comes here when a step was disabled or removed; then an approval is missing and nothing goes live.
    """
    demand(people.may_release(workflow_state))
    revision = workflow_state.current_task_state.revision
    demand(fitness.without_obstacles(revision.as_object(), in_emergency=True))
    revision.publish(user=user, skip_permission_checks=True)
    done("release", workflow_state.content_object.specific, user, revision=revision)


@transaction.atomic
def unschedule(page: Any, user: Any, comment: str = "") -> None:
    """Takes back the date of a text that was approved for later."""
    page = locked(page)
    demand(policy.may("unschedule", user, page, comment))
    called_off = page.scheduled_revision
    take_dates_back(page)
    done("unschedule", page, user, comment, revision=called_off)


@transaction.atomic
def go_live(revision: Any) -> bool:
    """By its date, which was approved with the text. What is not as approved is held back, and its people are told."""
    page = locked(revision.content_object)
    if not page.revisions.filter(pk=revision.pk).exclude(approved_go_live_at=None).exists():
        return False  # somebody took the date back a moment ago
    verdict = fitness.may_go_live(revision)
    if verdict.allowed:
        revision.publish(log_action="wagtail.publish.scheduled", skip_permission_checks=True)
        done("go_live", page, None, revision=revision)
    else:
        take_dates_back(page)
        done("hold_back", page, None, str(verdict.reason), revision=revision)
    return verdict.allowed


@transaction.atomic
def go_offline(page: Any, at: datetime) -> bool:
    """By its date, which was approved with the text."""
    page = locked(page)
    if not page.live or page.expire_at is None or page.expire_at > at:
        return False
    revision = page.live_revision
    action = UnpublishPageAction(page, set_expired=True, log_action="wagtail.unpublish.scheduled")
    action.execute(skip_permission_checks=True)
    done("go_offline", page, None, revision=revision)
    return True


@transaction.atomic
def ask_withdrawal(
    page: Any, user: Any, comment: str = "", kind: str = "outdated", *, successor: Any = None, notice: str = ""
) -> None:
    """Asks a second person to take the live page offline."""
    page = locked(page)
    demand(policy.may("ask_withdrawal", user, page, comment))
    page.withdrawals.create(kind=kind, successor=successor, notice=notice, asked_by=user)
    done("ask_withdrawal", page, user, comment)


@transaction.atomic
def withdraw(
    page: Any, user: Any, comment: str = "", kind: str = "outdated", *, successor: Any = None, notice: str = ""
) -> None:
    """Takes the live page offline: a second person confirms a request, the emergency group does it at once."""
    page = locked(page)
    demand(policy.may("withdraw", user, page, comment))
    row = page.withdrawals.filter(done_at=None).first()
    row = row or page.withdrawals.create(kind=kind, successor=successor, notice=notice, asked_by=user)
    taken_offline("withdraw", page, user, comment, row)


@transaction.atomic
def retire(page: Any, reason: str) -> None:
    """By the calendar: nobody answers for the page any more. In the archive, readable at its address below a notice."""
    page = locked(page)
    demand(policy.may_retire(page))
    row = page.withdrawals.filter(done_at=None).first() or page.withdrawals.create(kind="kept", notice=reason)
    end_review(page, None)
    taken_offline("retire", page, None, reason, row)


@transaction.atomic
def archive(page: Any, user: Any, comment: str = "") -> None:
    """Closes a page that readers do not see (any more)."""
    page = locked(page)
    demand(policy.may("archive", user, page, comment))
    end_review(page, user)
    done("archive", page, user, comment)


@transaction.atomic
def reopen(page: Any, user: Any, comment: str = "") -> None:
    """Lets a declined or archived page be worked on and submitted again."""
    page = locked(page)
    demand(policy.may("reopen", user, page, comment))
    done("reopen", page, user, comment)


@transaction.atomic
def publish_emergency(page: Any, user: Any, comment: str = "") -> None:
    """Puts the newest text live without approval; a second look is owed from then on."""
    page = locked(page)
    demand(policy.may("publish_emergency", user, page, comment))
    text = page.get_latest_revision_as_object()
    demand(fitness.without_future_date(text, timezone.now()))
    demand(fitness.without_obstacles(text, in_emergency=True))
    end_review(page, user)
    revision = page.get_latest_revision()
    revision.publish(user=user, skip_permission_checks=True)
    page.second_looks.create(revision=revision, published_by=user)
    done("publish_emergency", page, user, comment, revision=revision)


@transaction.atomic
def look_again(page: Any, user: Any, comment: str = "") -> None:
    """The second look that an emergency publication owes."""
    page = locked(page)
    demand(policy.may("look_again", user, page, comment))
    page.second_looks.filter(done_at=None).update(done_by=user, done_at=timezone.now())
    done("look_again", page, user, comment)


def back_to_step_one(page: Any, revision: Any, user: Any) -> None:
    """A text saved while under review is another text: the submission ends, and can be made again."""
    state = page.current_workflow_state
    if state and state.status == people.IN_PROGRESS and state.current_task_state.revision_id != revision.pk:
        state.cancel_unguarded(user=user)
        done("edited_under_review", page, user, revision=revision)


def publish_import(page: Any, user: Any = None) -> None:
    """Puts an imported page live without approval, and records it as an import."""
    demand(fitness.without_obstacles(page, in_emergency=True))
    revision = page.save_revision(user=user)
    revision.publish(user=user, skip_permission_checks=True)
    done("import", page, user, revision=revision)


VERBS = {
    verb.__name__: verb
    for verb in (
        submit, retract, approve, request_changes, send_back, propose_decline, decline, advise, unschedule,
        ask_withdrawal, withdraw, archive, reopen, publish_emergency, look_again,
    )
}  # fmt: skip
