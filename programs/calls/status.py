"""How an edition stands at a moment: computed from its dates when somebody asks, never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """The life of an edition, in its order."""

    PLANNED = "planned", _("planned")
    OPEN = "open", _("open for applications")
    LAST_DAY = "last_day", _("last day for applications")
    CLOSED = "closed", _("applications closed")
    RUNNING = "running", _("running")
    ENDED = "ended", _("ended")


APPLICABLE = (Status.OPEN, Status.LAST_DAY)


@dataclass(frozen=True)
class Dates:
    """The dates of an edition; the day of the deadline and the last day belong to it as a whole."""

    opens_on: date | None = None
    deadline_on: date | None = None
    deadline_time: time | None = None
    starts_on: date | None = None
    ends_on: date | None = None

    @classmethod
    def of(cls, values: Mapping[str, date | time | None]) -> "Dates":
        """The dates out of the fields of an edition."""
        return cls(**{name: values[name] for name in cls.__dataclass_fields__})

    @property
    def closes_at(self) -> datetime | None:
        """The first moment at which nobody may apply any more."""
        if self.deadline_on is None:
            return self.ends_on and start_of(self.ends_on + timedelta(days=1))
        if self.deadline_time is None:
            return start_of(self.deadline_on + timedelta(days=1))
        return local(self.deadline_on, self.deadline_time)

    def is_open(self, at: datetime) -> bool:
        """Whether somebody may apply: a call has an opening or a deadline, else it is not open."""
        if self.opens_on is None and self.deadline_on is None:
            return False
        opened = self.opens_on is None or at >= start_of(self.opens_on)
        return opened and (self.closes_at is None or at < self.closes_at)

    def status(self, at: datetime) -> Status:
        """How the edition stands."""
        today = timezone.localdate(at)
        if self.is_open(at):
            return Status.LAST_DAY if today == self.deadline_on else Status.OPEN
        if self.ends_on and today > self.ends_on:
            return Status.ENDED
        if self.starts_on and today >= self.starts_on:
            return Status.RUNNING
        return Status.CLOSED if self.deadline_on and at >= self.closes_at else Status.PLANNED


def start_of(day: date) -> datetime:
    """The first moment of a day, where the site is at home."""
    return local(day, time.min)


def local(day: date, moment: time) -> datetime:
    """A moment by the clock on the wall; of an hour that comes twice in autumn, the first."""
    return datetime.combine(day, moment, timezone.get_default_timezone())
