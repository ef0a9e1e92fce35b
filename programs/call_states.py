"""The states of calls that editors may ask for in stored questions."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from home.listing.conditions import State, enrol_state

from .models import EditionPage


def open_ones(at: datetime) -> QuerySet:
    """Editions for which somebody may apply."""
    return EditionPage.objects.open_at(at).order_by().values("pk")


def others(at: datetime) -> QuerySet:
    """All other editions: not yet open, or not any more."""
    return EditionPage.objects.exclude(pk__in=open_ones(at)).order_by().values("pk")


def enrol_states() -> None:
    """For forms and lists; what is not public they leave out themselves."""
    enrol_state(State(key="open", label=_("open for applications"), keys=open_ones))
    enrol_state(State(key="not_open", label=_("not open for applications"), keys=others))
