"""Submitting and taking back: the same verbs as everybody's, with the municipality's own questions before them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.workflow import policy, transitions
from home.workflow.deed import demand
from home.workflow.states import Review

from ..models import CaseStudyPage
from .checks import red
from .closing import is_open, why_closed
from .differences import changed_sections
from .holding import held

WORDING = "2026-1"


class NotYet(Exception):  # noqa: N818
    """Something is missing; each sentence says what."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(sentences)
        self.sentences = sentences


@transaction.atomic
def submit(page: CaseStudyPage, user: Any) -> None:
    """Hands the newest text to the academy; never makes a second page."""
    page = held(CaseStudyPage.objects.filter(pk=page.pk))
    demand(policy.may("submit", user, page))  # before anything is saved: a new version would end a submission
    if not is_open(page):
        raise NotYet([why_closed(page)])
    draft = page.get_latest_revision_as_object()
    sentences = [finding.sentence for finding in red(draft)] + unanswered(page)
    if sentences:
        raise NotYet(sentences)
    seal(draft)
    try:
        draft.save_revision(user=user, log_action=True)
        transitions.submit(page, user, what_changed(page))
    except ValidationError as error:
        raise NotYet(error.messages) from None


def what_changed(page: CaseStudyPage) -> str:
    """For those who asked: the sections that changed since the last submission. Nothing the first time."""
    sections = changed_sections(page) if page.state.review == Review.CHANGES_REQUESTED else []
    return _("Changed: %(sections)s") % {"sections": ", ".join(sections)} if sections else ""


def seal(draft: CaseStudyPage) -> None:
    """What is written down at the moment of submitting: address, declarations."""
    if not draft.live and draft.first_published_at is None:
        draft.slug = ""
    draft.declared_on, draft.declaration_version = timezone.localdate(), WORDING
    draft.title = draft.title.strip()


def unanswered(page: CaseStudyPage) -> list[str]:
    """Questions to the municipality that nobody answered."""
    if page.state.review != Review.CHANGES_REQUESTED:
        return []
    count = page.section_comments.for_municipality().open().count()
    return (
        [_("Please answer every question first, or mark it as changed. Still open: %(count)d") % {"count": count}]
        if count
        else []
    )


def retract(page: CaseStudyPage, user: Any) -> None:
    """Takes the submission back; the text stays."""
    transitions.retract(page, user)
