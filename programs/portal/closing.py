"""Whether a municipality may write now; if not, the sentence that says why, and who can change that."""

from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.workflow.messages.delivery import reply_address
from home.workflow.states import WAITING, Publication, Review

from ..models import CaseStudyPage

OFFLINE = (Publication.ARCHIVED, Publication.WITHDRAWN)
WHY: dict[str, str | Promise] = {
    "checked": _("This text is being checked, so it cannot be changed now. You can read it."),
    "declined": _("This text was not accepted. You can read it; the academy can open it again: %(contact)s."),
    "offline": _("This case study is no longer online. You can read it; the academy can open it again: %(contact)s."),
    "over": _(
        "The call ended on %(day)s, so this text can be read, but no longer changed. The academy can open it again for "
        "you: %(contact)s."
    ),
}


class CallOver(Exception):  # noqa: N818
    """Nobody can begin any more; the text is the sentence a person reads."""


def is_over(deadline: date | None) -> bool:
    """Whether the day of a call has passed; on the day itself everybody may still write."""
    return deadline is not None and deadline < timezone.localdate()


def closed_by(page: CaseStudyPage) -> str:
    """What keeps the municipality from writing: a key of `WHY`, or nothing.

    Whoever submitted in time goes on after the deadline: questions come when they come.
    """
    state = page.state
    if state.review in WAITING:
        return "checked"
    if state.review == Review.DECLINED:
        return "declined"
    if state.publication in OFFLINE:
        return "offline"
    first = state.review == Review.DRAFT and state.publication == Publication.NEVER
    return "over" if first and page.case.submitted_at is None and is_over(page.case.deadline) else ""


def is_open(page: CaseStudyPage) -> bool:
    """Whether the municipality may write: a draft, a question to it, or an update of what is online."""
    return not closed_by(page)


def why_closed(page: CaseStudyPage) -> str:
    """The sentence about it; empty where the text is open."""
    key = closed_by(page)
    return key and str(WHY[key]) % said(page.case.deadline)


def call_over(deadline: date) -> str:
    """The sentence for somebody who has not begun."""
    sentence = _("The call ended on %(day)s. The academy can open it again for you: %(contact)s.")
    return str(sentence) % said(deadline)


def said(deadline: date | None) -> dict[str, str]:
    """What stands in the sentences."""
    return {"day": date_format(deadline, "j. F Y") if deadline else "", "contact": reply_address()}
