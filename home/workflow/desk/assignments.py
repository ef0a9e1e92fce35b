"""Which workflow is in force where, as a page of the settings."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Workflow, get_page_models

from ..models import Assignment


def page_types() -> QuerySet:
    """The types of page that a text can have."""
    models = [model for model in get_page_models() if model.is_creatable]
    keys = [kind.pk for kind in ContentType.objects.get_for_models(*models).values()]
    return ContentType.objects.filter(pk__in=keys)


class AssignmentForm(WagtailAdminModelForm):
    """Section, type and workflow; only types of page, only workflows in force."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["content_type"].queryset = page_types()
        self.fields["content_type"].label_from_instance = lambda kind: kind.model_class()._meta.verbose_name
        self.fields["workflow"].queryset = Workflow.objects.filter(active=True)


class TypeColumn(Column):
    """The type of page, or that it is for all."""

    def get_value(self, instance: Assignment) -> str:
        """Its name as editors know it."""
        kind = instance.content_type and instance.content_type.model_class()
        return kind._meta.verbose_name if kind else _("all types")


class AssignmentViewSet(ModelViewSet):
    """Assignments of workflows."""

    model = Assignment
    icon = "tasks"
    menu_label = _("Workflows by section")
    menu_order = 110
    add_to_settings_menu = True
    url_prefix = "ablaeufe/zuordnungen"
    inspect_view_enabled = False
    copy_view_enabled = False
    form_fields = ["section", "content_type", "workflow"]
    list_display = ["section", TypeColumn("content_type", label=_("type of page")), "workflow"]
    list_filter = ["workflow"]

    def get_form_class(self, for_update: bool = False) -> type:
        """The form with the narrowed choices."""
        self.model.base_form_class = AssignmentForm
        return super().get_form_class(for_update)
