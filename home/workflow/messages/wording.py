"""What a message says: what happened, and the one thing to do about it. Plain and short."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HAPPENED: dict[str, str | Promise] = {
    "submit": _("was submitted for approval"),
    "approve": _("was approved at one step"),
    "request_changes": _("came back: please change something"),
    "send_back": _("was sent back to the step before"),
    "propose_decline": _("is not to be accepted: somebody proposes it"),
    "decline": _("was declined"),
    "release": _("is released"),
    "advise": _("was commented on by an adviser"),
    "unschedule": _("lost its date of publication"),
    "ask_withdrawal": _("is to be taken offline"),
    "withdraw": _("was taken offline"),
    "archive": _("was archived"),
    "retire": _("went to the archive: nobody confirmed it any more"),
    "reopen": _("was opened again"),
    "publish_emergency": _("was published in an emergency"),
    "go_live": _("is online, as scheduled"),
    "go_offline": _("went offline, as scheduled"),
    "hold_back": _("was held back at its date"),
    "edited_under_review": _("was changed while under review"),
}
# What a circle has to do; whoever is not named here needs to do nothing.
TO_DO: dict[tuple[str, str], str | Promise] = {
    ("submit", "reviewers"): _("Please check the text and decide."),
    ("submit", "advisers"): _("You may comment on the text. Nobody has to wait for it."),
    ("approve", "reviewers"): _("Please check the text and decide."),
    ("send_back", "reviewers"): _("Please check the text once more."),
    ("request_changes", "sender"): _("Please change the text and submit it again."),
    ("edited_under_review", "sender"): _("Please submit the text again, so that somebody checks this version."),
    ("hold_back", "sender"): _("Please submit the text again, so that somebody checks what is different."),
    ("propose_decline", "reviewers"): _("Please confirm it as a second person, or decide otherwise."),
    ("ask_withdrawal", "section_editors"): _("Please confirm it as a second person, or talk to whoever asked."),
    ("publish_emergency", "section_editors"): _("Please take the second look that is owed now."),
}
NOTHING_TO_DO = _("You do not have to do anything.")
