"""A screen of the portal in the admin: it says where one is, and the way back."""

from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class DeskScreen(WagtailAdminTemplateMixin, TemplateView):
    """With its title in the head of the page, after the pages that lead here."""

    def way_here(self) -> list[tuple[str, str]]:
        """Names and addresses between the dashboard and this screen."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here, and the screen itself."""
        steps = [*self.way_here(), (self.get_page_title(), "")]
        return [*super().get_breadcrumbs_items(), *({"label": label, "url": url} for label, url in steps)]
