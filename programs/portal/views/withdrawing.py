"""The municipality takes something back: what is online, by a second person; a draft of its own at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from home.workflow import transitions
from home.workflow.deed import Refused

from ...models import CaseStudyPage
from ..forgetting import delete_draft
from ..models import Membership
from ..standing import is_own_draft
from .entrance import WRITE, for_members, own_case, own_membership, shown


@for_members(WRITE)
def withdraw(request: HttpRequest, case: int) -> HttpResponse:
    """For those who look after the case studies of the municipality."""
    page = own_case(request, case)
    own_membership(request, page.municipality_id, Membership.Role.OWNER)
    if request.method != "POST":
        return shown(request, "withdraw", context_of(page))
    return deleted(request, page) if is_own_draft(page) else asked(request, page)


def asked(request: HttpRequest, page: CaseStudyPage) -> HttpResponse:
    """The academy confirms; until then readers still see it."""
    reason = request.POST.get("reason", "").strip()[:1_000]
    try:
        transitions.ask_withdrawal(page, request.user, reason)
    except Refused as refusal:
        return refused(request, page, str(refusal), reason)
    messages.success(request, _("The academy was told. It confirms within ten working days; you get a mail then."))
    return redirect("portal_case", page.pk)


def deleted(request: HttpRequest, page: CaseStudyPage) -> HttpResponse:
    """Only after a tick, because nobody can bring it back."""
    if "really" not in request.POST:
        return refused(request, page, _("Please tick the box. Nothing was deleted."))
    try:
        delete_draft(page)
    except Refused as refusal:
        return refused(request, page, str(refusal))
    messages.success(request, _("The draft is deleted."))
    return redirect("portal_overview")


def refused(request: HttpRequest, page: CaseStudyPage, sentence: str, reason: str = "") -> HttpResponse:
    """The form again, with the sentence, and what was typed."""
    return shown(request, "withdraw", context_of(page) | {"refused": sentence, "reason": reason}, status=422)


def context_of(page: CaseStudyPage) -> dict:
    """What it is about."""
    return {"page_": page, "is_draft": is_own_draft(page)}
