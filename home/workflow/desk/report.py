"""The report *Stand der Seiten*: every page with its state, to filter and to take along as a table."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import MultipleContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import get_page_content_types

from home.page.models import BasePage

from ..states import Publication, Review
from .explorer import StateColumn, StateFilter

AGES = [("3", _("longer than 3 days")), ("7", _("longer than a week")), ("30", _("longer than a month"))]
SECTIONS_AT = 3


class StandingFilterSet(WagtailFilterSet):
    """State, section, type and age."""

    publication = StateFilter("publication", label=_("Publication"), choices=Publication.choices)
    review = StateFilter("review", label=_("Review"), choices=Review.choices)
    section = ModelChoiceFilter(
        label=_("Section"), queryset=lambda request: BasePage.objects.filter(depth=SECTIONS_AT), method="in_section"
    )
    content_type = MultipleContentTypeFilter(
        label=_("Type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )
    age = ChoiceFilter(label=_("Unchanged for"), choices=AGES, method="unchanged_for")

    class Meta:
        model = BasePage
        fields: list[str] = []

    def in_section(self, pages: QuerySet, name: str, section: BasePage) -> QuerySet:
        """The section's page and all below."""
        return pages.descendant_of(section, inclusive=True)

    def unchanged_for(self, pages: QuerySet, name: str, days: str) -> QuerySet:
        """Pages whose state is at least that old."""
        return pages.filter(state__changed_at__lt=timezone.now() - timedelta(days=int(days)))


class StandingView(ReportView):
    """The report itself."""

    model = BasePage
    page_title = _("State of the pages")
    header_icon = "clipboard-list"
    filterset_class = StandingFilterSet
    index_url_name = "desk_report"
    index_results_url_name = "desk_report_results"
    any_permission_required = ["add", "change", "publish"]
    default_ordering = "state__changed_at"
    columns: list[BaseColumn] = [
        TitleColumn("draft_title", label=_("Title"), url_name="desk_page"),
        Column("page_type_display_name", label=_("Type")),
        StateColumn("state", label=_("State")),
        Column("owner", label=_("Owner")),
        DateColumn("changed_at", label=_("since"), accessor="state.changed_at"),
    ]
    list_export = [
        "draft_title",
        "page_type_display_name",
        "state.get_publication_display",
        "state.get_review_display",
        "state.changed_at",
        "owner",
        "url",
    ]
    export_headings = {
        "draft_title": _("Title"),
        "page_type_display_name": _("Type"),
        "state.get_publication_display": _("Publication"),
        "state.get_review_display": _("Review"),
        "state.changed_at": _("since"),
        "owner": _("Owner"),
        "url": _("Address"),
    }
    export_filename = "stand-der-seiten"

    def get_queryset(self) -> QuerySet:
        """The pages this person may change, what waits longest first."""
        pages = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        pages = pages.filter(depth__gt=1).select_related("state", "owner", "content_type")
        return pages.exclude(state=None).order_by("state__changed_at", "pk")
