"""Events in forms of the admin: found by words of their titles, the latest first."""

from functools import reduce
from operator import and_

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from home.choosing.registry import LongList, enrol

from .models import EventPage


def events(text: str, limit: int) -> list[EventPage]:
    """Those with every word in the title."""
    words = [Q(title__icontains=word) for word in text.split()]
    return list(EventPage.objects.filter(reduce(and_, words, Q())).order_by("-starts_at", "-pk")[:limit])


def named(event: EventPage) -> str:
    """Meetings of one name differ by their day."""
    return f"{event.title} ({date_format(timezone.localtime(event.starts_at))})"


def enrol_events() -> None:
    """Called once when the app is ready."""
    enrol(LongList("programs.EventPage", events, _("Enter words of the title."), named))
