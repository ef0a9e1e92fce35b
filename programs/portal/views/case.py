"""One case study: its sections, what is missing, what was asked, what happens next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from home.workflow import policy
from home.workflow.deed import Refused

from .. import submitting
from ..checks import checklist
from ..closing import is_open, why_closed
from ..events import events_of
from ..people import members_of, owns, writes_for
from ..standing import is_own_draft, standing_of, steps_of
from .entrance import for_members, own_case, shown


@for_members()
def case(request: HttpRequest, case: int) -> HttpResponse:
    """Everything about it on one page."""
    page = own_case(request, case)
    return shown(request, "case", context_of(request, page))


def context_of(request: HttpRequest, page) -> dict:
    """What the page of a case shows."""
    draft = page.get_latest_revision_as_object()
    writes = writes_for(request.user, page.municipality_id)
    lines = checklist(draft)
    comments = list(page.section_comments.for_municipality().select_related("answered_by"))
    return {
        "page_": page,
        "draft": draft,
        "standing": standing_of(page),
        "steps": steps_of(page),
        "lines": lines,
        "missing": sum(not line.is_done for line in lines),
        "comments": comments,
        "open_comments": [comment for comment in comments if comment.is_open],
        "events": events_of(page.pk),
        "writes": writes,
        "closed": why_closed(page),
        "may_submit": writes and is_open(page) and policy.may("submit", request.user, page).allowed,
        "may_retract": writes and policy.may("retract", request.user, page).allowed,
        "people": members_of(page),
        "withdrawal": page.withdrawals.filter(done_at=None).first(),
        "is_released": page.live or page.scheduled_revision is not None,
        "may_withdraw": owns(request.user, page) and (page.live or is_own_draft(page)),
        "is_draft": is_own_draft(page),
    }


@for_members(("GET", "HEAD", "POST"))
def submit(request: HttpRequest, case: int) -> HttpResponse:
    """Shows who gets which mail, then hands the text over."""
    page = own_case(request, case)
    if request.method != "POST":
        return shown(request, "submit", context_of(request, page))
    try:
        submitting.submit(page, request.user)
    except (submitting.NotYet, Refused) as refusal:
        sentences = getattr(refusal, "sentences", [str(refusal)])
        return shown(request, "submit", context_of(request, page) | {"refused": sentences}, status=422)
    messages.success(request, _("Submitted. Thank you! You get a mail with the day by which we answer."))
    return redirect("portal_case", page.pk)


@for_members(("POST",))
def retract(request: HttpRequest, case: int) -> HttpResponse:
    """Takes it back, as long as nobody decided."""
    page = own_case(request, case)
    submitting.retract(page, request.user)
    messages.success(request, _("Taken back. The text is a draft again."))
    return redirect("portal_case", page.pk)


@for_members()
def preview(request: HttpRequest, case: int) -> HttpResponse:
    """The page exactly as readers would see it."""
    draft = own_case(request, case).get_latest_revision_as_object()
    return draft.make_preview_request(original_request=request)
