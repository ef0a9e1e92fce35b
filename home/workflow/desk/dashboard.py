"""The two panels of the dashboard: what waits for this person, and how her own texts fare."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState, WorkflowState

from home.page.models import BasePage

from .. import policy
from ..models import SecondLook, Withdrawal
from ..states import FOR_SENDERS, Publication, Review

MOST = 25
MOST_OWN = 10


@dataclass(frozen=True)
class Waiting:
    """A page that waits for this person, since when, and for what."""

    page: Any
    verb: str
    since: datetime
    sent_by: Any = None


def waiting_for(user: Any) -> tuple[list[Waiting], int]:
    """What this person may decide now, the oldest first, and how many more there may be."""
    steps = steps_before(user)
    found = [Waiting(page_of(step), "approve", step.started_at, step.revision.user) for step in steps[:MOST]]
    found = [item for item in found if item.page and policy.may("approve", user, item.page).allowed]
    found += second_opinions(user)
    return sorted(found, key=lambda item: item.since), max(0, steps.count() - MOST)


def steps_before(user: Any) -> Any:
    """The steps at which somebody of the user's groups is asked, not for the own submissions."""
    steps = TaskState.objects.reviewable_by(user).exclude(workflow_state__requested_by=user)
    steps = steps.select_related("revision__user", "workflow_state")
    return steps.order_by("started_at")


def page_of(step: TaskState) -> Any:
    """The page at this step."""
    return step.workflow_state.content_object


def second_opinions(user: Any) -> list[Waiting]:
    """Withdrawals to confirm and second looks owed."""
    asked = Withdrawal.objects.filter(done_at=None).exclude(asked_by=user).select_related("page", "asked_by")
    owed = SecondLook.objects.filter(done_at=None).exclude(published_by=user).select_related("page", "published_by")
    found = [Waiting(row.page.specific, "withdraw", row.asked_at, row.asked_by) for row in asked[:MOST]]
    found += [Waiting(row.page.specific, "look_again", row.published_at, row.published_by) for row in owed[:MOST]]
    return [item for item in found if policy.may(item.verb, user, item.page).allowed]


class WaitingPanel(Component):
    """*Wartet auf Sie*."""

    name = "waiting"
    template_name = "workflow/desk/waiting.html"
    order = 210

    def get_context_data(self, parent_context: dict) -> dict:
        """The list, with how many more there are."""
        found, more = waiting_for(parent_context["request"].user)
        return {"found": found, "more": more}


class OwnTextsPanel(Component):
    """*Ihre Texte*."""

    name = "own_texts"
    template_name = "workflow/desk/own_texts.html"
    order = 220

    def get_context_data(self, parent_context: dict) -> dict:
        """The newest first, in the words for senders."""
        pages = own_texts(parent_context["request"].user)
        return {"texts": [(page, words_for(page.state), since(page.state)) for page in pages]}


def own_texts(user: Any) -> list[Any]:
    """Texts that the user owns or sent, those on their way first."""
    sent = WorkflowState.objects.active().filter(requested_by=user).values_list("object_id", flat=True)
    keys = [int(key) for key in sent[:MOST] if key.isdigit()]
    pages = BasePage.objects.filter(Q(owner=user) | Q(pk__in=keys)).select_related("state")
    pages = pages.filter(depth__gt=1).exclude(state=None).exclude(state__publication=Publication.ARCHIVED)
    return list(pages.order_by("-state__changed_at", "-pk")[:MOST_OWN])


def words_for(state: Any) -> list[Any]:
    """The state in the words for senders; *done* goes without saying."""
    words = [(state.publication, FOR_SENDERS[Publication(state.publication)])]
    if state.review != Review.NONE:
        words.append((state.review, FOR_SENDERS[Review(state.review)]))
    return words


def since(state: Any) -> datetime:
    """When that last changed."""
    return state.changed_at
