"""The report *Gelöschte Seiten*: what is gone, since when, by whom; the record of each stays to be taken along."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.views.reports import ReportView

from ..models import Entry
from ..record import persons
from ..record.gone import deletions, may_read_gone


class RecordColumn(BaseColumn):
    """The record as PDF and as data."""

    cell_template_name = "workflow/desk/record_cell.html"


class GoneView(ReportView):
    """The report itself."""

    model = Entry
    page_title = _("Deleted pages")
    header_icon = "bin"
    template_name = "workflow/desk/report.html"
    index_url_name = "desk_gone"
    index_results_url_name = "desk_gone_results"
    default_ordering = "-number"
    columns: list[BaseColumn] = [
        Column("title", label=_("Title")),
        DateColumn("at", label=_("Deleted")),
        Column("by", label=_("By"), accessor="by"),
        RecordColumn("record", label=_("Record")),
    ]
    list_export = ["title", "at", "by", "page_key", "number"]
    export_filename = "geloeschte-seiten"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """For the editors: whose section it was, nobody knows any more."""
        if not may_read_gone(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet:
        """What was deleted last comes first."""
        return deletions().order_by("-number")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """With the names of who did it, one question for all."""
        names = persons.names_of({entry.person_key for entry in object_list})
        for entry in object_list:
            entry.by = names.get(entry.person_key, "")
        return object_list
