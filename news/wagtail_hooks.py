"""The newsroom's screens in the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from .models import ArticlePage
from .passes import PassesView


@hooks.register("register_admin_urls")
def newsroom_addresses() -> list[URLPattern]:
    """The passes of an article."""
    return [path("pages/<int:page_id>/vorab/", PassesView.as_view(), name="preview_passes")]


@hooks.register("register_page_header_buttons")
def passes_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """On every screen of an article that waits for its date."""
    if isinstance(page, ArticlePage) and page.approved_schedule and page.permissions_for_user(user).can_edit():
        yield Button(_("Preview passes"), reverse("preview_passes", args=[page.pk]), icon_name="key", priority=6)


@hooks.register("register_log_actions")
def passes_in_the_history(actions: Any) -> None:
    """What the page's history says of passes."""
    actions.register_action("aushang.preview_pass", _("Hand out a preview pass"), _("Preview pass handed out"))
    actions.register_action("aushang.preview_pass_revoked", _("Take back a preview pass"), _("Preview pass taken back"))
