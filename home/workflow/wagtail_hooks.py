"""Registers the rules of approval with Wagtail's admin."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter

from home.page.models import BasePage

from .permissions import reason_against_move, reason_against_removal
from .reading import ReadingPagesAPI
from .record import audience
from .record import hooks as record_hooks
from .record.wording import LABELS
from .views import ApprovedPageViewSet

__all__ = ["record_hooks"]


@hooks.register("register_admin_viewset")
def pages_with_rules() -> ApprovedPageViewSet:
    """The views of all page types."""
    return ApprovedPageViewSet()


@hooks.register("register_log_actions")
def our_history_entries(actions) -> None:
    """The sentences of our entries in a page's history."""
    for verb, sentence in LABELS.items():
        actions.register_action(f"aushang.{verb}", sentence, sentence)


@hooks.register("construct_admin_api")
def only_reading(router: WagtailAPIRouter) -> None:
    """No script moves a page."""
    router.register_endpoint("pages", ReadingPagesAPI)


hooks.register("before_bulk_action", audience.before_bulk_action)


@hooks.register("before_bulk_action")
def say_what_was_refused(request: HttpRequest, action_type: str, objects, bulk_action) -> HttpResponse | None:
    """Wagtail drops refused pages in silence and reports success; here nothing is done, and it is said why."""
    if not issubclass(bulk_action.model, BasePage) or action_type not in (
        "publish",
        "unpublish",
        "delete",
        "move",
    ):
        return None
    chosen = request.GET.getlist("id")
    refused = BasePage.objects.filter(pk__in=[key for key in chosen if key.isdigit()])
    refused = refused.exclude(pk__in=[page.pk for page in objects])
    if not refused and (objects or "all" not in chosen):
        return None
    for page in refused[:5]:
        against = reason_against_move if action_type == "move" else reason_against_removal
        reason = against(page.permissions_for_user(request.user)) or not_allowed(action_type)
        messages.error(request, f"„{page.get_admin_display_title()}“: {reason}")
    if not refused:
        messages.error(request, not_allowed(action_type))
    return redirect(bulk_action.next_url)


def not_allowed(action_type: str) -> str:
    """The sentence when no state of the page is the reason."""
    if action_type == "publish":
        return _("Only the emergency group may publish directly. Please submit the text for approval.")
    return _("You do not have permission for this page.")
