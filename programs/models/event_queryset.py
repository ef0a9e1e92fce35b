"""Questions about events."""

from datetime import datetime
from typing import Self

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager

from home.page.queryset import BasePageQuerySet

from ..calls.status import start_of


class EventQuerySet(BasePageQuerySet):
    """Events asked in the words of those who want to come."""

    def coming(self, at: datetime) -> Self:
        """What is not over yet, the next one first."""
        return self.exclude(over(at)).order_by("starts_at", "pk")

    def past(self, at: datetime) -> Self:
        """What is over, the last one first."""
        return self.filter(over(at)).order_by("-starts_at", "-pk")


def over(at: datetime) -> Q:
    """The same rule as `EventPage.is_over`, for the table."""
    midnight = start_of(timezone.localdate(at))
    by_the_clock = Q(all_day=False, ends_at__lte=at)
    by_the_day = Q(ends_at=None, starts_at__lt=midnight) | Q(all_day=True, ends_at__lt=midnight)
    return by_the_clock | by_the_day


EventManager = PageManager.from_queryset(EventQuerySet)
