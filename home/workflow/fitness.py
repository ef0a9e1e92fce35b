"""Whether a text may go on as it is: nothing exchanged, nothing missing. No models are imported here."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from .verdict import YES, Verdict, no

# These verbs seal a version with all that it refers to.
PUT_FORWARD = ("submit", "release", "publish_emergency", "import", "contact_changed")


def as_submitted(revision: Any) -> Verdict:
    """Nothing that the text refers to was exchanged since its submission."""
    if apps.get_model("workflow.Manifest").objects.is_as_recorded(revision, ("submit", "contact_changed")):
        return YES
    return no(
        _(
            "An image, a document or a shared text was exchanged after this text was submitted. "
            "It has to be submitted again."
        )
    )


def as_approved(revision: Any) -> Verdict:
    """The text was put forward by a release (or an import), and nothing it refers to was exchanged since."""
    if apps.get_model("workflow.Manifest").objects.is_as_recorded(revision, ("release", "import", "contact_changed")):
        return YES
    return no(
        _(
            "This text did not go online at its date: it is not as it was approved. An image, a document or a shared "
            "text was exchanged in the meantime, or the approval is missing. Please submit it again."
        )
    )


def may_go_live(revision: Any) -> Verdict:
    """At its date: as it was approved, and nothing that forbids going live came up since."""
    verdict = as_approved(revision)
    return without_obstacles(revision.as_object(), in_emergency=True) if verdict.allowed else verdict


def without_obstacles(text: Any, in_emergency: bool = False) -> Verdict:
    """What the text itself still lacks, as its type of page says."""
    found = text.obstacles(text.as_last_shown(), in_emergency)
    return no("\n".join(map(str, found))) if found else YES


def settled(page: Any) -> Verdict:
    """Nothing is left open that belongs to the review, as the type of page says."""
    found = page.unsettled()
    return no("\n".join(map(str, found))) if found else YES


def without_future_date(text: Any, at: datetime) -> Verdict:
    """An emergency is now: a text with a date of its own would only be scheduled."""
    if text.go_live_at is None or text.go_live_at <= at:
        return YES
    return no(_("This text goes online only at its date. Please take the date out of the text first, then publish it."))
