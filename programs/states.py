"""The states of calls and events that editors may ask for in stored questions."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from home.listing.conditions import State, enrol_moment, enrol_state
from home.listing.relations import PROGRAMME

from .models import EditionPage, EventPage


def open_ones(at: datetime) -> QuerySet:
    """Editions for which somebody may apply."""
    return EditionPage.objects.open_at(at).order_by().values("pk")


def others(at: datetime) -> QuerySet:
    """All other editions: not yet open, or not any more."""
    return EditionPage.objects.exclude(pk__in=open_ones(at)).order_by().values("pk")


def coming(at: datetime) -> QuerySet:
    """Events that are not over yet, nor cancelled."""
    return EventPage.objects.coming(at).filter(is_cancelled=False).order_by().values("pk")


def past(at: datetime) -> QuerySet:
    """Events that are over."""
    return EventPage.objects.past(at).order_by().values("pk")


def enrol_states() -> None:
    """For forms and lists; what is not public they leave out themselves."""
    enrol_state(State("open", _("call: open for applications"), PROGRAMME, open_ones))
    enrol_state(State("not_open", _("call: not open for applications"), PROGRAMME, others))
    enrol_state(State("coming", _("event: neither over nor cancelled"), EventPage.kind, coming))
    enrol_state(State("past", _("event: over"), EventPage.kind, past))
    enrol_moment("eventpage__starts_at")
