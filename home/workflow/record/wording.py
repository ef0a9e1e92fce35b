"""The words for everything that an entry can say was done."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..table import TRANSITIONS

LABELS: dict[str, str | Promise] = {row.verb: row.label for row in TRANSITIONS} | {
    "release": _("Released"),
    "edited_under_review": _("Changed while under review; has to be submitted again"),
    "go_live": _("Went online at its date"),
    "go_offline": _("Went offline at its date"),
    "retire": _("Archived by its date: nobody confirmed it any more"),
    "hold_back": _("Held back at its date"),
    "delete": _("Deleted"),
    "revoke_consent": _("Consent to a picture revoked; the picture is deleted"),
    "move": _("Moved to another address"),
    "change_readers": _("Changed who may read the page"),
    "import": _("Imported without approval"),
    "contact_changed": _("A contact on this page was changed, with the consent of a second person"),
}


def label_of(verb: str) -> str:
    """The words for a verb; the verb itself if it is none of ours any more."""
    return str(LABELS.get(verb, verb))
