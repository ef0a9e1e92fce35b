"""Answers to the academy's questions, and what changed since the last submission."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..differences import changes_since_submission
from ..people import writes_for
from .entrance import for_members, own_case, shown


@for_members(("POST",))
def answer(request: HttpRequest, case: int, comment: int) -> HttpResponse:
    """An answer, or just “changed”."""
    page = own_case(request, case)
    found = page.section_comments.for_municipality().filter(pk=comment).first()
    if found is None or not writes_for(request.user, page.municipality_id):
        raise Http404("no question to this person")
    found.answer = request.POST.get("answer", "").strip()[:2_000]
    if not found.answer and "changed" not in request.POST:
        messages.error(request, _("Please write an answer, or press “I have changed the text”."))
    else:
        found.answered_by, found.answered_at = request.user, timezone.now()
        found.save(update_fields=["answer", "answered_by", "answered_at"])
        messages.success(request, _("Your answer is noted. It is sent when you submit again."))
    return redirect(f"{reverse('portal_section', args=[page.pk, found.section])}#fragen")


@for_members()
def changes(request: HttpRequest, case: int) -> HttpResponse:
    """The same difference that academy and ministry see."""
    page = own_case(request, case)
    return shown(request, "changes", {"page_": page, "changes": changes_since_submission(page)})
