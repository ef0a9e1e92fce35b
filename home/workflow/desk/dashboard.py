"""The two panels of the dashboard: what waits for this person, and how her own texts fare."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from wagtail.admin.ui.components import Component
from wagtail.models import WorkflowState

from home.page.models import BasePage

from ..states import FOR_SENDERS, Publication, Review
from .waiting import MOST, waiting_for

MOST_OWN = 10


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
