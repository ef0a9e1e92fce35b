"""The academy's side of the portal in the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import HeaderButton

from home.workflow.people import section_editor

from ..models import CaseStudyIndexPage, CaseStudyPage
from .models import SectionComment
from .review.guests import DoorView, GuestsView
from .review.views import SectionsView
from .sections import by_section


@hooks.register("register_admin_urls")
def review_addresses() -> list[URLPattern]:
    """The screens of the review."""
    return [
        path("kommunen/", DoorView.as_view(), name="portal_door"),
        path("kommunen/<int:page_id>/einladen/", GuestsView.as_view(), name="portal_guests"),
        path("pages/<int:page_id>/abschnitte/", SectionsView.as_view(), name="portal_review"),
    ]


class DoorMenuItem(MenuItem):
    """Shown to those who may open it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Editors of the case studies."""
        index = CaseStudyIndexPage.objects.order_by("path").first()
        return index is not None and section_editor(request.user, index).allowed


@hooks.register("register_admin_menu_item")
def door() -> MenuItem:
    """Invitations and requests for access."""
    return DoorMenuItem(_("Municipalities"), reverse("portal_door"), icon_name="group", order=310)


@hooks.register("register_page_header_buttons")
def sections_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[HeaderButton]:
    """From every page of a case study to its sections."""
    if isinstance(page.specific, CaseStudyPage):
        yield HeaderButton(
            label=_("Sections and questions"),
            url=reverse("portal_review", args=[page.pk]),
            icon_name="comment",
            priority=6,
        )


@hooks.register("desk_panels")
def remarks_panel(page: Any, request: HttpRequest) -> str:
    """On the approval screen: what was said about the sections, internal or to the municipality."""
    if not isinstance(page, CaseStudyPage):
        return ""
    comments = SectionComment.objects.filter(page=page).select_related("author", "answered_by")
    return render_to_string("portal/review/remarks.html", {"page": page, "sections": by_section(comments)}, request)
