"""Where a page stands and since when, what waits for whom, and which steps lie before and behind."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import PageLogEntry

from ..models import FourEyesTask
from ..states import WAITING, Publication, Review


@dataclass(frozen=True)
class Step:
    """One step of the page's workflow, as far as it got."""

    task: FourEyesTask
    status: str
    is_current: bool
    groups: list[str]
    decided_by: Any = None
    decided_at: datetime | None = None


def steps_of(page: Any) -> list[Step]:
    """The steps of the running workflow, else of the one that would be in force."""
    state = page.current_workflow_state
    workflow = state.workflow if state else page.get_workflow()
    if workflow is None:
        return []
    newest = {}
    for step in state.task_states.order_by("pk").select_related("finished_by") if state else []:
        newest[step.task_id] = step
    current = state.current_task_state.task_id if state and state.current_task_state else None
    return [step_of(task, newest.get(task.pk), task.pk == current) for task in workflow.tasks.specific()]


def step_of(task: Any, taken: Any, is_current: bool) -> Step:
    """One step with its groups; of an agreement, the groups that still have to answer."""
    groups = task.open_groups(taken) if taken and is_current else task.groups.all()
    return Step(
        task=task,
        status=taken.status if taken and (is_current or taken.status in ("approved", "skipped")) else "",
        is_current=is_current,
        groups=[group.name for group in groups],
        decided_by=taken and taken.finished_by,
        decided_at=taken and taken.finished_at,
    )


def published_since(page: Any) -> datetime | None:
    """Since when readers see what they see."""
    if page.state.publication == Publication.PUBLISHED:
        return page.first_published_at
    if page.state.publication == Publication.WITHDRAWN:
        return page.withdrawals.exclude(done_at=None).order_by("-done_at").values_list("done_at", flat=True).first()
    if page.state.publication == Publication.ARCHIVED:
        return said_at(page, "archive") or said_at(page, "retire")
    return None


def reviewed_since(page: Any) -> datetime | None:
    """Since when the newest text is where it is."""
    step = page.current_workflow_state and page.current_workflow_state.current_task_state
    if page.state.review in WAITING and step:
        return step.started_at
    if page.state.review == Review.CHANGES_REQUESTED and step:
        return step.finished_at
    if page.state.review == Review.DECLINED:
        return said_at(page, "decline")
    return page.latest_revision_created_at


def said_at(page: Any, verb: str) -> datetime | None:
    """When a verb was last done to the page."""
    entries = PageLogEntry.objects.filter(page=page.pk, action=f"aushang.{verb}")
    return entries.order_by("-timestamp").values_list("timestamp", flat=True).first()
