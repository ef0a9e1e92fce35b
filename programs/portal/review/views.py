"""The review of a case study in the admin: section by section, with what changed and what was said."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from home.workflow import policy
from home.workflow.deed import Refused
from home.workflow.desk.parts import parts_of

from ...models import CaseStudyPage
from ..checks import checklist
from ..closing import closed_by, is_over
from ..differences import changes_since_submission
from ..models import Case, SectionComment
from ..sections import SECTIONS, is_asked_for, section_of_field
from . import asking
from .desk_screen import DeskScreen


class SectionsView(DeskScreen):
    """Shows the sections; takes remarks and the two letters to the municipality."""

    template_name = "portal/review/sections.html"
    header_icon = "comment"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """For those who may edit the page, or review it now."""
        may_review = policy.may("request_changes", request.user, self.page).allowed
        if not may_review and not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> CaseStudyPage:
        """The case study; one that no municipality writes gets its row here."""
        page = get_object_or_404(CaseStudyPage.objects.select_related("municipality"), pk=self.kwargs["page_id"])
        Case.objects.get_or_create(page=page)
        return page

    def get_page_title(self) -> str:
        """What it is."""
        return _("Sections")

    def way_here(self) -> list[tuple[str, str]]:
        """From the page it is about."""
        return [(self.page.get_admin_display_title(), reverse("desk_page", args=[self.page.pk]))]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """Every section with its text, changes, findings and comments."""
        newest = self.page.get_latest_revision_as_object()
        changes = {found.section.key: found.changes for found in changes_since_submission(self.page)}
        findings = {line.section.key: line.findings for line in checklist(newest)}
        comments = list(self.page.section_comments.select_related("author", "answered_by"))
        parts: dict[str, list] = {}
        for part in parts_of(newest):
            if is_asked_for(name := part.key.split(".")[0]):
                parts.setdefault(section_of_field(name).key, []).append(part)
        rows = [
            {
                "section": section,
                "parts": parts.get(section.key, []),
                "changes": changes.get(section.key, []),
                "findings": findings.get(section.key, []),
                "comments": [comment for comment in comments if comment.section == section.key],
            }
            for section in SECTIONS
        ]
        may_ask = policy.may("request_changes", self.request.user, self.page).allowed
        more = {"page": self.page, "rows": rows, "may_ask": may_ask, "audiences": SectionComment.Audience.choices}
        more |= {"unsent": sum(comment.is_unsent for comment in comments)}
        more |= {"may_extend": self.page.case.submitted_at is None, "over": closed_by(self.page) == "over"}
        return super().get_context_data(**kwargs) | more

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """One button, one deed."""
        deed = request.POST.get("deed", "")
        if deed == "remark":
            asking.remark(
                self.page, request.user, *(request.POST.get(name, "") for name in ("section", "audience", "text"))
            )
            messages.success(request, _("Noted."))
        elif deed == "settle":
            self.settle(request.POST.get("comment", ""))
        elif deed == "ask":
            asking.ask_municipality(self.page, request.user)
            messages.success(request, _("Asked. The municipality got one mail with all questions."))
        elif deed == "extend":
            self.extend(request)
        elif deed == "interview":
            asking.hand_to_municipality(self.page, request.user)
            messages.success(request, _("The municipality got a mail to read and confirm the text."))
        return redirect(f"{reverse('portal_review', args=[self.page.pk])}#{request.POST.get('section', '')}")

    def extend(self, request: HttpRequest) -> None:
        """Another day for the end of the call."""
        try:
            day = date.fromisoformat(request.POST.get("deadline", ""))
        except ValueError:
            raise Refused(_("Please choose a day.")) from None
        if is_over(day):
            raise Refused(_("This day has passed already."))
        asking.extend(self.page, day)
        messages.success(request, _("The municipality was told that it may write until then."))

    def settle(self, key: str) -> None:
        """A comment is done with."""
        found = self.page.section_comments.filter(pk=key) if key.isdigit() else self.page.section_comments.none()
        found.filter(settled_at=None).update(settled_at=timezone.now())
