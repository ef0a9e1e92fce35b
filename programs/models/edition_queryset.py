"""Questions about editions."""

from datetime import datetime, timedelta
from typing import Self

from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import PageManager

from home.page.queryset import BasePageQuerySet

from ..calls.status import Dates


class EditionQuerySet(BasePageQuerySet):
    """Editions asked in the words of those who apply."""

    def open_at(self, at: datetime) -> Self:
        """Those for which somebody may apply. The table narrows them down, the one rule for the status decides."""
        near = timezone.localdate(at) - timedelta(days=1)
        likely = self.filter(Q(deadline_on__gte=near) | Q(deadline_on=None, opens_on__isnull=False))
        rows = likely.order_by().values("pk", *Dates.__dataclass_fields__)
        return self.filter(pk__in=[row["pk"] for row in rows if Dates.of(row).is_open(at)])

    def first_deadline_first(self) -> Self:
        """What closes first, comes first; what has no deadline, last."""
        return self.order_by(F("deadline_on").asc(nulls_last=True), "title", "pk")

    def newest_round_first(self) -> Self:
        """The editions of a programme, the latest first."""
        return self.order_by(F("opens_on").desc(nulls_last=True), F("starts_on").desc(nulls_last=True), "-pk")


EditionManager = PageManager.from_queryset(EditionQuerySet)
