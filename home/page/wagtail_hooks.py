"""Subjects in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Subject


class SubjectViewSet(SnippetViewSet):
    """The editors' shared terms."""

    model = Subject
    menu_label = _("Subjects")
    icon = "tag"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name", "short_name", "slug"]


register_snippet(SubjectViewSet)
