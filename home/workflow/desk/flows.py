"""The page on which every workflow is drawn and told."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Workflow
from wagtail.permissions import policy_registry

from ..models import Assignment
from .drawing import drawing
from .flow import in_words, steps


class FlowsView(WagtailAdminTemplateMixin, TemplateView):
    """`/admin/ablaeufe/`: for everybody in the admin."""

    template_name = "workflow/desk/flows.html"
    page_title = _("How approval works")
    header_icon = "tasks"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here."""
        return [*super().get_breadcrumbs_items(), {"label": self.page_title, "url": ""}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """Every workflow in force, with where it is."""
        policy = policy_registry.get_by_type(Workflow)
        return super().get_context_data(**kwargs) | {
            "flows": [flow_of(workflow) for workflow in Workflow.objects.active().order_by("name")],
            "may_change": policy.user_has_permission(self.request.user, "change"),
        }


def flow_of(workflow: Workflow) -> dict[str, Any]:
    """A workflow as picture, as list, and with its places."""
    path = steps(workflow)
    places = Assignment.objects.filter(workflow=workflow).select_related("section", "content_type")
    drawn = {"drawing": drawing(path), "lines": in_words(path)} if any(node.holds for node in path) else {}
    return {"workflow": workflow, "places": [place_of(row) for row in places], **drawn}


def place_of(row: Assignment) -> tuple[str, str]:
    """Section and type, as editors know them."""
    kind = row.content_type and row.content_type.model_class()
    section = _("the whole site") if row.section.is_root() else row.section.title
    return str(section), str(kind._meta.verbose_name_plural if kind else _("all types"))
