"""The ways to a page's approval: buttons, menus, and the entries that lead nowhere taken out."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem

from .screen import may_see

# Nobody publishes or unpublishes past the door; Wagtail's restart would be a retract and a submit in one.
NOT_HERE = {"action-publish", "action-unpublish", "action-restart-workflow"}


class ApprovalButton(PageMenuItem):
    """In the header of a page and in the menu of its row."""

    label = _("Approval")
    icon_name = "clipboard-list"
    url_name = "desk_page"

    def is_shown(self, user: Any) -> bool:
        """Where the user may see it; asked without a query a row."""
        return not self.page.is_root() and self.page.permissions_for_user(user).can_edit()


class MenuItemFor(MenuItem):
    """An entry of the menu for those of whom the question is true."""

    def __init__(self, question: Callable[[Any], bool], *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.question = question

    def is_shown(self, request: HttpRequest) -> bool:
        """Asked of the user."""
        return self.question(request.user)


class ApprovalMenuItem(ActionMenuItem):
    """Below the edit form."""

    label = _("To the approval")
    name = "action-approval"
    icon_name = "clipboard-list"
    template_name = "workflow/desk/action_menu_item.html"

    def is_shown(self, context: dict) -> bool:
        """For pages that exist, locked or not."""
        return context["view"] == "edit" and may_see(context["request"].user, context["page"])

    def get_url(self, context: dict) -> str:
        """The approval screen."""
        return reverse("desk_page", args=[context["page"].pk])


def without_dead_ends(items: list[ActionMenuItem]) -> list[ActionMenuItem]:
    """The menu without what is never allowed."""
    return [item for item in items if item.name not in NOT_HERE]
