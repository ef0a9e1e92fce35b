"""The sentence of the demo's entry in a page's history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .record import LOADED


@hooks.register("register_log_actions")
def demo_history_entry(actions) -> None:
    """Pages of the demo say that they are."""
    actions.register_action(LOADED, _("Loaded as demo content"), _("Loaded as demo content"))
