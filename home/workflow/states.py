"""Where a page stands: two axes, each with one German name for staff and one for senders.

*Publication* says what readers see; *review* says where the newest text is. "Published, update submitted" is an
ordinary case.
"""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Publication(TextChoices):
    """What readers see of the page."""

    NEVER = "never", _("never published")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ARCHIVED = "archived", _("archived")


class Review(TextChoices):
    """Where the newest text is on its way to readers."""

    NONE = "none", _("nothing new")
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("with the academy")
    CHANGES_REQUESTED = "changes_requested", _("changes requested")
    AWAITING_RELEASE = "awaiting_release", _("with the ministry")
    DECLINED = "declined", _("declined")


WAITING = (Review.SUBMITTED, Review.AWAITING_RELEASE)

# What a municipality or another sender reads; staff read the labels above.
FOR_SENDERS: dict[Publication | Review, str | Promise] = {
    Publication.NEVER: _("not online"),
    Publication.SCHEDULED: _("goes online soon"),
    Publication.PUBLISHED: _("online"),
    Publication.WITHDRAWN: _("taken back"),
    Publication.ARCHIVED: _("in the archive"),
    Review.NONE: _("done"),
    Review.DRAFT: _("draft"),
    Review.SUBMITTED: _("being checked"),
    Review.CHANGES_REQUESTED: _("question to you"),
    Review.AWAITING_RELEASE: _("about to be released"),
    Review.DECLINED: _("not accepted"),
}
