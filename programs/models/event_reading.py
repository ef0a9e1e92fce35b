"""What readers of an event see that is not stored: when it is in words, where, and whether it is over."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from ..calls.wording import day_in_words


class EventReading:
    """Mixed into an event. What depends on the time is asked for anew each time."""

    def is_over_at(self, at: datetime) -> bool:
        """Whether it is past at a moment; an event without an end, or of whole days, lasts until midnight."""
        last = self.ends_at or self.starts_at
        if self.all_day or not self.ends_at:
            return timezone.localdate(last) < timezone.localdate(at)
        return last <= at

    @property
    def is_over(self) -> bool:
        """Whether it is past now."""
        return self.is_over_at(timezone.now())

    @property
    def may_register(self) -> bool:
        """Whether somebody may register now."""
        today = timezone.localdate()
        in_time = self.registration_until is None or today <= self.registration_until
        return bool(self.registration_url) and in_time and not self.is_cancelled and not self.is_over

    @property
    def is_of_several_days(self) -> bool:
        """Whether it ends on another day than it begins."""
        return bool(self.ends_at) and timezone.localdate(self.ends_at) != timezone.localdate(self.starts_at)

    @property
    def when(self) -> str:
        """Day and time in words."""
        first, last = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at or self.starts_at)
        if self.is_of_several_days:
            words = {"first": self.moment(first), "last": self.moment(last)}
            return _("%(first)s to %(last)s") % words
        if self.all_day:
            return day_in_words(first.date())
        words = {"day": day_in_words(first.date()), "from": time_format(first), "to": time_format(last)}
        return (_("%(day)s, %(from)s to %(to)s") if self.ends_at else _("%(day)s, %(from)s")) % words

    def moment(self, at: datetime) -> str:
        """A day, with the time unless the event takes whole days."""
        if self.all_day:
            return day_in_words(at.date())
        return _("%(day)s, %(from)s") % {"day": day_in_words(at.date()), "from": time_format(at)}

    @property
    def location(self) -> str:
        """Venue, address and municipality in one line; the municipality only if the address does not name it."""
        place = self.municipality.name if self.municipality else ""
        parts = [self.venue, self.address, "" if place in f"{self.venue} {self.address}" else place]
        return ", ".join(filter(None, parts)) or (_("online") if self.online_url else "")

    @property
    def teaser_label(self) -> str:
        """What lists say of it before anything else."""
        label = date_format(timezone.localtime(self.starts_at))
        return _("cancelled: %(date)s") % {"date": label} if self.is_cancelled else label
