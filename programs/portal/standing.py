"""Where a case study is, in the words of its municipality: state, since when, and whose turn it is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.workflow.states import FOR_SENDERS, Publication, Review

from ..models import CaseStudyPage
from .closing import is_open

YOU, ACADEMY, MINISTRY, NOBODY = _("you"), _("the academy"), _("the ministry"), _("nobody")
TURNS: dict[str, str | Promise] = {
    Review.DRAFT: YOU,
    Review.CHANGES_REQUESTED: YOU,
    Review.SUBMITTED: ACADEMY,
    Review.AWAITING_RELEASE: MINISTRY,
    Review.DECLINED: NOBODY,
    Review.NONE: NOBODY,
}
# The way of a text, in order, for the bar above it.
WAY = (Review.DRAFT, Review.SUBMITTED, Review.CHANGES_REQUESTED, Review.AWAITING_RELEASE, Publication.PUBLISHED)


@dataclass(frozen=True)
class Standing:
    """One line of the overview."""

    page: CaseStudyPage
    review: str | Promise
    publication: str | Promise
    since: datetime
    turn: str | Promise
    due: date | None
    is_open: bool
    is_live: bool
    is_yours: bool
    questions: int = 0

    @property
    def label(self) -> str | Promise:
        """One word for where it is."""
        return self.publication if self.page.state.review == Review.NONE else self.review

    @property
    def shown_title(self) -> str:
        """As the newest text has it."""
        return self.page.draft_title or self.page.title


def standing_of(page: CaseStudyPage) -> Standing:
    """Where it is now."""
    state = page.state
    review, publication = Review(state.review), Publication(state.publication)
    turn = TURNS[review]
    return Standing(
        page=page,
        review=FOR_SENDERS[review],
        publication=FOR_SENDERS[publication],
        since=state.changed_at,
        turn=turn,
        due=due_of(page, review),
        is_open=is_open(page),
        is_live=publication == Publication.PUBLISHED,
        is_yours=turn is YOU,
        questions=getattr(page, "open_questions", 0),
    )


def is_own_draft(page: CaseStudyPage) -> bool:
    """Whether nobody outside the municipality has seen it."""
    state = page.state
    never_seen = state.publication == Publication.NEVER and page.case.submitted_at is None
    return never_seen and state.review == Review.DRAFT


def due_of(page: CaseStudyPage, review: Review) -> date | None:
    """By when somebody acts, as far as a day is set."""
    if review == Review.CHANGES_REQUESTED:
        return page.case.answer_due
    return page.case.deadline if review == Review.DRAFT else None


def steps_of(page: CaseStudyPage) -> list[dict[str, Any]]:
    """The way of the text, with the step where it is."""
    state = page.state
    here = Publication.PUBLISHED if state.review == Review.NONE and page.live else state.review
    shown = [step for step in WAY if step != Review.CHANGES_REQUESTED or here == step]
    place = shown.index(here) if here in shown else -1
    return [
        {"label": FOR_SENDERS[step], "is_here": number == place, "is_done": number < place}
        for number, step in enumerate(shown)
    ]
