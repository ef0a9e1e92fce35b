"""The controlled lists of case studies, and who agreed to being named, in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Method, NameConsent, TargetGroup


class MethodViewSet(SnippetViewSet):
    """Ways to take part, explained for those who do not know them."""

    model = Method
    icon = "list-ul"
    list_display = ["name", "explanation", "slug"]


class TargetGroupViewSet(SnippetViewSet):
    """People whom projects want to reach."""

    model = TargetGroup
    icon = "group"
    list_display = ["name", "slug"]


class NameConsentViewSet(SnippetViewSet):
    """Who agreed to being named; a date in “withdrawn on” takes the name off the site at once."""

    model = NameConsent
    icon = "user"
    list_display = ["name", "page", "given_at", "withdrawn_at"]
    search_fields = ["name"]


class CaseStudyLists(SnippetViewSetGroup):
    """One menu entry for what case studies need beside their own form."""

    menu_label = _("Case studies")
    menu_icon = "clipboard-list"
    menu_order = 305
    items = (MethodViewSet, TargetGroupViewSet, NameConsentViewSet)


register_snippet(CaseStudyLists)
