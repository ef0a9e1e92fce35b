"""The report *Nachrichten*: every mail of the outbox, how it fared, and a button to send it once more."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_filters import MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.views.reports import ReportView

from ..messages.delivery import send_again
from ..models import Message


def may_send_again(user: Any) -> bool:
    """Administrators, and whoever was given the permission."""
    return user.has_perm("workflow.change_message")


class OutboxFilterSet(WagtailFilterSet):
    """How the mail fared."""

    status = MultipleChoiceFilter(label=_("Status"), choices=Message.Status.choices)

    class Meta:
        model = Message
        fields: list[str] = []


class SubjectColumn(BaseColumn):
    """Subject, recipient and the last error; leads to the page."""

    cell_template_name = "workflow/desk/message_cell.html"


class AgainColumn(BaseColumn):
    """The button."""

    cell_template_name = "workflow/desk/message_again_cell.html"


class OutboxView(ReportView):
    """The report, and what its buttons do."""

    model = Message
    page_title = _("Messages")
    header_icon = "mail"
    template_name = "workflow/desk/outbox.html"
    filterset_class = OutboxFilterSet
    index_url_name = "desk_outbox"
    index_results_url_name = "desk_outbox_results"
    any_permission_required = ["change"]
    default_ordering = "-created_at"
    is_searchable = False
    columns: list[BaseColumn] = [
        SubjectColumn("subject", label=_("Message")),
        Column("status", label=_("Status"), accessor="get_status_display"),
        DateColumn("created_at", label=_("written")),
        AgainColumn("again", label=_("Send again")),
    ]
    list_export = ["created_at", "subject", "recipient.email", "get_status_display", "attempts", "sent_at", "error"]
    export_filename = "nachrichten"

    def get_queryset(self) -> QuerySet:
        """The newest first."""
        return Message.objects.select_related("recipient", "page").order_by("-created_at", "-pk")

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """How many were given up, for the button that sends all of them."""
        return super().get_context_data(**kwargs) | {"given_up": given_up().count()}


def given_up() -> QuerySet:
    """The messages that nobody tries to send any more."""
    return Message.objects.filter(status=Message.Status.FAILED)


def send_messages_again(request: HttpRequest) -> HttpResponse:
    """One message by its key, or all that were given up."""
    if request.method != "POST" or not may_send_again(request.user):
        raise PermissionDenied
    chosen = list(wanted_of(request.POST))
    for message in chosen:
        send_again(message)
    sentence = ngettext("%(count)d message is sent again.", "%(count)d messages are sent again.", len(chosen))
    messages.success(request, sentence % {"count": len(chosen)})
    return redirect("desk_outbox")


def wanted_of(data: QueryDict) -> QuerySet:
    """What the button stands for."""
    if "message" not in data:
        return given_up()
    key = data["message"][:18]
    return Message.objects.filter(pk=int(key)) if key.isdecimal() else Message.objects.none()
