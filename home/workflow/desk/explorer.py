"""The explorer's column and filters for where pages stand."""

from typing import Any

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import MultipleChoiceFilter
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet

from ..models import PageState
from ..states import Publication, Review


class StateFilter(MultipleChoiceFilter):
    """Pages in one of the chosen states of an axis; by key, so that it goes together with the search."""

    def __init__(self, axis: str, **kwargs) -> None:
        self.axis = axis
        super().__init__(widget=CheckboxSelectMultiple, **kwargs)

    def filter(self, qs: QuerySet, value: list[str]) -> QuerySet:
        """Narrows the pages down; nothing chosen: all."""
        if not value:
            return qs
        rows = PageState.objects.filter(**{f"{self.axis}__in": value})
        return qs.filter(pk__in=rows.order_by().values_list("page_id", flat=True))


class StateFilterSet(GenericPageFilterSet):
    """Wagtail's filters, and the two axes."""

    publication = StateFilter("publication", label=_("Publication"), choices=Publication.choices)
    review = StateFilter("review", label=_("Review"), choices=Review.choices)

    class Meta(GenericPageFilterSet.Meta):
        pass


class StateColumn(BaseColumn):
    """Where a page stands, leading to its approval."""

    cell_template_name = "workflow/desk/state_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: dict) -> dict:
        """Adds the row of the page's state."""
        context = super().get_cell_context_data(instance, parent_context)
        context["state"] = getattr(instance, "state", None)
        return context


class StateIndexView(ExplorableIndexView):
    """The explorer, with the state of our rules instead of Wagtail's."""

    base_filterset_class = StateFilterSet
    base_columns = [
        StateColumn("status", label=_("State"), width="15%") if column.name == "status" else column
        for column in ExplorableIndexView.base_columns
    ]

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """All states of the listing at once."""
        return super().annotate_queryset(pages).prefetch_related("state")
