"""Choosing a municipality in the admin: found while typing, by the beginning of any word of its name."""

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from .finding import matching
from .models import Municipality

MOST = 100


class NameForm(BaseFilterForm):
    """The field above the list; it asks while somebody types."""

    q = forms.CharField(
        label=_("Name"),
        required=False,
        widget=forms.TextInput(
            attrs={"placeholder": _("Beginning of the name"), "data-chooser-modal-search-field": True}
        ),
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        """Those in force, best first."""
        self.search_query = self.cleaned_data["q"].strip()
        self.is_searching = bool(self.search_query)
        if not self.is_searching:
            return objects.filter(valid_to=None)
        keys = list(dict.fromkeys(matching(self.search_query).values_list("municipality_id", flat=True)[:MOST]))
        places = Case(*(When(pk=key, then=place) for place, key in enumerate(keys)), default=MOST)
        return objects.filter(pk__in=keys).order_by(places)


class InTheList:
    """What both views of the modal share."""

    filter_form_class = NameForm

    @property
    def columns(self) -> list[Any]:
        """The name with its county, the kind, the number of inhabitants, the key."""
        return [
            *super().columns,
            Column("status", label=_("Kind"), accessor="get_status_display"),
            Column("population", label=_("Inhabitants"), accessor="population"),
            Column("ars", label=_("Official key"), accessor="ars"),
        ]


class ChooseMunicipality(InTheList, ChooseView):
    """The modal."""


class ChooseMunicipalityResults(InTheList, ChooseResultsView):
    """Its list, asked for anew while somebody types."""


class MunicipalityChooser(SnippetChooserViewSet):
    """Wherever a page names a municipality."""

    model = Municipality
    icon = "home"
    choose_one_text = _("Choose a municipality")
    choose_another_text = _("Choose another municipality")
    choose_view_class = ChooseMunicipality
    choose_results_view_class = ChooseMunicipalityResults
