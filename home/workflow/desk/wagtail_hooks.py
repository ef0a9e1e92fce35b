"""Registers the desk with Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel

from ..record.gone import may_read_gone
from .assignments import AssignmentViewSet
from .bulk import ApprovalBulkAction, BulkReportView
from .contacts import ContactChangeView
from .dashboard import OwnTextsPanel, WaitingPanel
from .entrances import ApprovalButton, ApprovalMenuItem, MenuItemFor, without_dead_ends
from .flows import FlowsView
from .gone import GoneView
from .outbox import OutboxView, may_send_again, send_messages_again
from .report import StandingView
from .screen import ApprovalView

WAGTAILS_PANELS = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)

hooks.register("register_bulk_action", ApprovalBulkAction)


@hooks.register("register_admin_urls")
def desk_addresses() -> list[URLPattern]:
    """The screens of the desk."""
    return [
        path("pages/<int:page_id>/vorgang/", ApprovalView.as_view(), name="desk_page"),
        path("vorgang/bericht/", BulkReportView.as_view(), name="desk_bulk_report"),
        path("kontakte/aenderung/<int:change_id>/", ContactChangeView.as_view(), name="contact_change"),
        path("ablaeufe/", FlowsView.as_view(), name="desk_flows"),
        path("reports/stand/", StandingView.as_view(), name="desk_report"),
        path("reports/stand/results/", StandingView.as_view(results_only=True), name="desk_report_results"),
        path("reports/geloescht/", GoneView.as_view(), name="desk_gone"),
        path("reports/geloescht/results/", GoneView.as_view(results_only=True), name="desk_gone_results"),
        path("reports/nachrichten/", OutboxView.as_view(), name="desk_outbox"),
        path("reports/nachrichten/results/", OutboxView.as_view(results_only=True), name="desk_outbox_results"),
        path("reports/nachrichten/nochmals/", send_messages_again, name="desk_outbox_again"),
    ]


@hooks.register("register_admin_viewset")
def assignments() -> AssignmentViewSet:
    """Which workflow is in force where."""
    return AssignmentViewSet("assignment")


@hooks.register("insert_global_admin_css")
def badges() -> str:
    """States look alike everywhere."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/badges.css"))


@hooks.register("construct_homepage_panels")
def own_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Our two panels in the place of Wagtail's."""
    panels[:] = [panel for panel in panels if not isinstance(panel, WAGTAILS_PANELS)]
    panels += [WaitingPanel(), OwnTextsPanel()]


@hooks.register("register_page_header_buttons")
def header_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[ApprovalButton]:
    """On every page of a page."""
    yield ApprovalButton(page=page, priority=5)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Any, user: Any, next_url: str | None = None) -> Iterator[ApprovalButton]:
    """In the menu of every row."""
    yield ApprovalButton(page=page, priority=1)


@hooks.register("register_page_action_menu_item")
def action_menu_item() -> ApprovalMenuItem:
    """Below the edit form."""
    return ApprovalMenuItem(order=200)


@hooks.register("construct_page_action_menu")
def no_dead_ends(items: list[Any], request: HttpRequest, context: dict) -> None:
    """Takes out what the rules never allow."""
    items[:] = without_dead_ends(items)


@hooks.register("register_reports_menu_item")
def report() -> MenuItem:
    """The state of all pages."""
    return MenuItem(_("State of the pages"), reverse("desk_report"), icon_name="clipboard-list", order=90)


@hooks.register("register_reports_menu_item")
def gone_pages() -> MenuItem:
    """The records of deleted pages."""
    return MenuItemFor(may_read_gone, _("Deleted pages"), reverse("desk_gone"), icon_name="bin", order=95)


@hooks.register("register_reports_menu_item")
def outbox() -> MenuItem:
    """The mails and how they fared."""
    return MenuItemFor(may_send_again, _("Messages"), reverse("desk_outbox"), icon_name="mail", order=96)


@hooks.register("register_admin_menu_item")
def flows() -> MenuItem:
    """For everybody: how approval works here."""
    return MenuItem(_("Ways of approval"), reverse("desk_flows"), icon_name="tasks", order=9000)
