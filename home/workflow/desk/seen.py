"""What a person had before her eyes when she decided: the version, and how far the history went."""

from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from ..deed import Refused, locked
from ..transitions import VERBS

SALT = "desk.seen"


def seal(page: Any, user: Any) -> str:
    """A signed note of what is shown now; it travels in the form."""
    return signing.dumps({"revision": page.latest_revision_id, "entry": newest_entry(page, user)}, salt=SALT)


def newest_entry(page: Any, user: Any) -> int:
    """The person's newest entry in the page's history."""
    entry = PageLogEntry.objects.filter(page=page.pk, user=user).order_by("-pk").first()
    return entry.pk if entry else 0


@transaction.atomic
def decide(page: Any, user: Any, verb: str, comment: str, sealed: str, **extra: Any) -> bool:
    """Does the verb, once: False if the same form did it before. What changed since it was shown is not decided."""
    try:
        shown = signing.loads(sealed, salt=SALT)
    except signing.BadSignature:
        raise Refused(_("This form is incomplete. Please look at the page again and decide then.")) from None
    page = locked(page)
    mine = PageLogEntry.objects.filter(page=page.pk, user=user, action=f"aushang.{verb}", pk__gt=shown["entry"])
    if mine.exists():
        return False
    if page.latest_revision_id != shown["revision"]:
        raise Refused(_("The text was changed since you opened this page. Please look at it again, then decide."))
    VERBS[verb](page, user, comment, **extra)
    return True
