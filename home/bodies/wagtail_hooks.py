"""Organisations in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .chooser import MunicipalityChooser
from .models import Body, Municipality


class BodyViewSet(SnippetViewSet):
    """Academy, ministry and partners."""

    model = Body
    icon = "group"
    list_display = ["name", "kind"]
    list_filter = ["kind"]


class MunicipalityViewSet(SnippetViewSet):
    """Municipalities and counties."""

    model = Municipality
    icon = "home"
    list_display = ["name", "ars", "county", "population", "valid_to", "successor"]
    list_filter = ["status", "size_class"]
    chooser_viewset_class = MunicipalityChooser


class BodiesGroup(SnippetViewSetGroup):
    """One menu entry for all organisations."""

    menu_label = _("Organisations")
    menu_icon = "group"
    menu_order = 300
    items = (BodyViewSet, MunicipalityViewSet)


register_snippet(BodiesGroup)
