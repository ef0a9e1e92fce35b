"""Keeps the state row in step with what happened to the page: a function of the page, not of the event."""

from typing import Any

from wagtail.models import Revision, WorkflowState

from .models import PageState
from .states import Publication, Review


def keep_in_step(page: Any) -> PageState:
    """Computes both axes afresh and writes them if they changed."""
    row, created = PageState.objects.get_or_create(page_id=page.pk)
    page = type(row.page).objects.get(pk=page.pk)
    publication, review = publication_of(page, row), review_of(page, row, created)
    if (row.publication, row.review) != (publication, review):
        row.publication, row.review = publication, review
        row.save()
    return row


def publication_of(page: Any, row: PageState) -> Publication:
    """What readers see. *Archived* is said by a transition only, and ends when the page goes live again."""
    if page.live:
        return Publication.PUBLISHED
    if row.publication == Publication.ARCHIVED:
        return Publication.ARCHIVED
    if Revision.page_revisions.filter(object_id=str(page.pk), approved_go_live_at__isnull=False).exists():
        return Publication.SCHEDULED
    return Publication.WITHDRAWN if page.first_published_at else Publication.NEVER


def review_of(page: Any, row: PageState, is_new: bool = False) -> Review:
    """Where the newest text is. *Declined* is said by a transition only, and ends by *reopen* or by going live;
    what is archived is not on its way, whatever is written there.
    """
    if row.publication == Publication.ARCHIVED and not page.live:
        return Review.NONE
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Review.CHANGES_REQUESTED
    if state:
        return Review.AWAITING_RELEASE if is_release_step(state) else Review.SUBMITTED
    if row.review == Review.DECLINED and not is_new and page.live_revision_id != page.latest_revision_id:
        return Review.DECLINED
    if page.scheduled_revision and page.scheduled_revision.pk == page.latest_revision_id:
        return Review.NONE
    return Review.DRAFT if page.has_unpublished_changes or not page.first_published_at else Review.NONE


def is_release_step(state: WorkflowState) -> bool:
    """Whether the text is at a read-only step: the ministry releases or returns it."""
    step = state.current_task_state
    return bool(step) and getattr(step.task.specific, "read_only", False)


def rows_of_published(pages: list[Any]) -> None:
    """State rows of pages that were written straight into their tables, e.g. by a generator."""
    PageState.objects.bulk_create(
        (PageState(page_id=page.pk, publication=Publication.PUBLISHED, review=Review.NONE) for page in pages),
        ignore_conflicts=True,
        batch_size=500,
    )
