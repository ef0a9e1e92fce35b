"""The bulk action: one verb and one comment for many pages, each judged on its own."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction

from home.page.models import BasePage

from ..deed import Refused
from ..models import Withdrawal
from ..table import TRANSITIONS
from ..transitions import VERBS
from .offers import EMERGENCY, WITHDRAWAL
from .screen import may_see, sentence_of

# An emergency is not done by the dozen.
CHOICES = [(row.verb, row.label) for row in TRANSITIONS if row.verb not in EMERGENCY]
MOST = 500
REPORT = "desk_report_of_bulk_action"


class BulkForm(forms.Form):
    """What is to be done with all of them."""

    verb = forms.ChoiceField(label=gettext_lazy("What is to be done?"), choices=CHOICES, widget=forms.RadioSelect)
    comment = forms.CharField(
        label=gettext_lazy("Comment"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Only for taking pages offline."),
        choices=[(value, label) for value, label in Withdrawal.Kind.choices if value != Withdrawal.Kind.MERGED],
        required=False,
    )
    include_descendants = forms.BooleanField(label=gettext_lazy("with everything below"), required=False)


class ApprovalBulkAction(PageBulkAction):
    """The entry below the explorer, its form, and the deed."""

    display_name = gettext_lazy("Approval")
    action_type = "approval"
    aria_label = gettext_lazy("Approval of the selected pages")
    template_name = "workflow/desk/bulk.html"
    action_priority = 5
    form_class = BulkForm

    def check_perm(self, obj: BasePage) -> bool:
        """Everybody may ask; every page answers for itself."""
        return obj.depth > 1

    def form_valid(self, form: BulkForm) -> HttpResponse:
        """Does it page by page, then shows what was done and what was not."""
        chosen, _without_access = self.get_actionable_objects()
        pages = with_everything_below(chosen) if form.cleaned_data["include_descendants"] else chosen
        if len(pages) > MOST:
            message = _("These are %(count)d pages. Please choose at most %(most)d at once. Nothing was done.")
            form.add_error(None, message % {"count": len(pages), "most": MOST})
            return self.form_invalid(form)
        rows = [judged(page.specific, self.request.user, **form.cleaned_data) for page in pages]
        verb = str(dict(CHOICES)[form.cleaned_data["verb"]])
        self.request.session[REPORT] = {"verb": verb, "rows": rows, "next": self.next_url}
        return redirect("desk_bulk_report")


def with_everything_below(chosen: list[BasePage]) -> list[BasePage]:
    """The chosen pages and all below them, each once, in the order of the tree."""
    found = {}
    for page in sorted(chosen, key=lambda page: page.path):
        found |= {below.pk: below for below in page.get_descendants(inclusive=True).order_by("path")[: MOST + 1]}
    return list(found.values())


def judged(page: Any, user: Any, verb: str, comment: str, kind: str = "", **kwargs) -> dict[str, Any]:
    """Does the verb to one page, in a transaction of its own; or says why not."""
    row = {"page": page.pk, "title": page.get_admin_display_title(), "done": False, "reason": ""}
    extra = {"kind": kind or Withdrawal.Kind.OUTDATED} if verb in WITHDRAWAL else {}
    try:
        if not may_see(user, page):
            raise Refused(_("You do not have permission for this page."))
        VERBS[verb](page, user, comment, **extra)
    except (Refused, ValidationError) as refusal:
        return row | {"reason": sentence_of(refusal)}
    return row | {"done": True}


class BulkReportView(WagtailAdminTemplateMixin, TemplateView):
    """What was done, and what was refused and why."""

    template_name = "workflow/desk/bulk_report.html"
    page_title = gettext_lazy("What was done")
    header_icon = "clipboard-list"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The report of the last bulk action of this session."""
        if REPORT not in request.session:
            raise PermissionDenied
        return super().get(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here."""
        return [*super().get_breadcrumbs_items(), {"label": self.page_title, "url": ""}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """The rows, done and refused."""
        report = self.request.session[REPORT]
        done = [row for row in report["rows"] if row["done"]]
        refused = [row for row in report["rows"] if not row["done"]]
        found = {"verb": report["verb"], "done": done, "refused": refused, "next": report["next"]}
        return super().get_context_data(**kwargs) | found
