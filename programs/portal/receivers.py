"""What the portal does when a case study moved: its dates, its comments, and the mails to the municipality."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from .letters import write_to_all
from .models import Case, SectionComment
from .people import members_of
from .sections import BY_KEY
from .uploads import open_to_library
from .working_days import working_day

# First answer, and the time for an answer, in working days.
EXPECTED, DUE = 10, 15
TOLD = {"submit", "retract", "request_changes", "decline", "release", "go_live", "withdraw", "archive", "retire"}


def tell_municipality(verb: str, page: Any, user: Any, comment: str = "", **kwargs) -> None:
    """In the transaction of the verb: what is undone tells nobody."""
    case = Case.objects.filter(page_id=page.pk).first()
    if case is None or verb not in TOLD:
        return
    page = page.specific
    words = {
        "title": page.get_admin_display_title(),
        "comment": comment,
        "link": reverse("portal_case", args=[page.pk]),
    }
    kind, more = BY_VERB.get(verb, plain)(verb, page, case)
    actor = None if verb == "submit" else user
    write_to_all(members_of(page), kind, actor=actor, page=page, **{**words, **more})


def plain(verb: str, page: Any, case: Case) -> tuple[str, dict[str, Any]]:
    """Nothing to note."""
    return verb, {}


def submitted(verb: str, page: Any, case: Case) -> tuple[str, dict[str, Any]]:
    """The receipt, with the day of the answer."""
    case.submitted_at, case.answer_due = timezone.now(), None
    case.save(update_fields=["submitted_at", "answer_due"])
    return verb, {"expected": date_format(working_day(timezone.localdate(), EXPECTED), "j. F Y")}


def changes_requested(verb: str, page: Any, case: Case) -> tuple[str, dict[str, Any]]:
    """The questions are sent with the mail, section by section."""
    case.answer_due = working_day(timezone.localdate(), DUE)
    case.save(update_fields=["answer_due"])
    questions = page.section_comments.filter(audience=SectionComment.Audience.MUNICIPALITY)
    questions.filter(sent_at=None).update(sent_at=timezone.now())
    quoted = [{"section": str(BY_KEY[row.section].title), "text": row.text} for row in questions.open()]
    return verb, {"due": date_format(case.answer_due, "j. F Y"), "quoted": quoted}


def declined(verb: str, page: Any, case: Case) -> tuple[str, dict[str, Any]]:
    """The reason from the list stands before the words of the academy."""
    proposal = page.decline_proposals.order_by("-pk").first()
    return verb, {"reason": proposal.get_kind_display() if proposal else ""}


def released(verb: str, page: Any, case: Case) -> tuple[str, dict[str, Any]]:
    """Online now, or at its date. The pictures belong to the library from now on."""
    page.refresh_from_db()
    open_to_library(page)
    page.section_comments.open().update(settled_at=timezone.now())
    if not page.live or page.scheduled_revision:
        kit = reverse("portal_case", args=[page.pk]) + "#mitnehmen"
        return "release_later", {"day": day_of_going_live(page), "link": kit}
    return went_live("release", page, case)


def day_of_going_live(page: Any) -> str:
    """The date that was approved with the text."""
    waiting = page.scheduled_revision
    return date_format(timezone.localtime(waiting.approved_go_live_at), "j. F Y") if waiting else ""


def went_live(verb: str, page: Any, case: Case) -> tuple[str, dict[str, Any]]:
    """Readers see it from now on; in a year somebody is asked whether it is still true."""
    case.fresh_at, case.freshness_asked_at, case.freshness_answer = timezone.now(), None, ""
    case.save(update_fields=["fresh_at", "freshness_asked_at", "freshness_answer"])
    return verb, {"link": page.get_url() or "", "day": date_format(timezone.localdate(), "j. F Y")}


BY_VERB = {
    "submit": submitted,
    "request_changes": changes_requested,
    "decline": declined,
    "release": released,
    "go_live": went_live,
}
