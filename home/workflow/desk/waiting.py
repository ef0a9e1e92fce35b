"""What waits for a person: the same rules as behind the buttons, asked for a whole list at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from home.page.models import BasePage

from .. import people, policy
from ..hands import approved_elsewhere, authors_since_release
from ..models import FourEyesTask, SecondLook, Vote, Withdrawal
from ..table import row_of

MOST = 25


@dataclass(frozen=True)
class Waiting:
    """A page that waits for this person, what for, since when."""

    page: Any
    what: str | Promise
    since: datetime
    sent_by: Any = None


def waiting_for(user: Any) -> tuple[list[Waiting], int]:
    """What this person may decide now, the oldest first, and how many more there may be."""
    steps = steps_before(user)
    found = [*to_approve(user, list(steps[:MOST])), *to_take_offline(user), *to_look_at(user)]
    return sorted(found, key=lambda item: item.since), max(0, steps.count() - MOST)


def steps_before(user: Any) -> Any:
    """The steps at which somebody of the user's groups is asked, not for the own submissions."""
    steps = TaskState.objects.reviewable_by(user).exclude(workflow_state__requested_by=user)
    return steps.select_related("revision__user", "workflow_state", "task").order_by("started_at")


def to_approve(user: Any, steps: Collection[TaskState]) -> list[Waiting]:
    """The texts in which the person had no hand. Whether all that they refer to is as it was submitted is asked where
    it is decided: what was exchanged has to be sent back, and waits for somebody to do it.
    """
    pages = BasePage.objects.select_related("latest_revision").in_bulk([key_of(step) for step in steps])
    authors, elsewhere, answered = (
        authors_since_release(pages.values()), approved_elsewhere(user, steps), without_open_group(user, steps)
    )  # fmt: skip
    return [
        Waiting(page, step.task.name, step.started_at, step.revision.user)
        for step in steps
        if (page := pages.get(key_of(step)))
        and page.latest_revision_id == step.revision_id
        and user.pk not in authors[page.pk]
        and step.pk not in elsewhere | answered
    ]


def key_of(step: TaskState) -> int:
    """The page at this step."""
    return int(step.workflow_state.object_id)


def without_open_group(user: Any, steps: Collection[TaskState]) -> set[int]:
    """The keys of the steps at which every group of this person has answered."""
    groups = set(user.groups.values_list("pk", flat=True))
    asked = FourEyesTask.groups.through.objects.filter(foureyestask__in={step.task_id for step in steps})
    asked_of = set(asked.filter(group__in=groups).values_list("foureyestask_id", "group_id"))
    answers = set(Vote.objects.filter(step__in=steps).values_list("step_id", "group_id"))
    return {
        step.pk
        for step in steps
        if not any(task == step.task_id and (step.pk, group) not in answers for task, group in asked_of)
    }


def to_take_offline(user: Any) -> list[Waiting]:
    """Withdrawals for which somebody else asked."""
    rows = Withdrawal.objects.filter(done_at=None).exclude(asked_by=user).order_by("asked_at")
    rows = rows.select_related("page__state", "page__latest_revision", "asked_by")[:MOST]
    return [
        Waiting(row.page, _("Confirm that it goes offline"), row.asked_at, row.asked_by)
        for row in rows
        if policy.in_right_state(row_of("withdraw"), row.page).allowed
        and (people.section_editor(user, row.page).allowed or people.emergency(user, row.page).allowed)
    ]


def to_look_at(user: Any) -> list[Waiting]:
    """Emergency publications of somebody else."""
    rows = SecondLook.objects.filter(done_at=None).exclude(published_by=user).order_by("published_at")
    rows = rows.select_related("page__state", "page__latest_revision", "published_by")[:MOST]
    return [
        Waiting(row.page, _("Second look after an emergency"), row.published_at, row.published_by)
        for row in rows
        if policy.in_right_state(row_of("look_again"), row.page).allowed
        and people.section_editor(user, row.page).allowed
    ]
