"""Who may read a page: changed by few, always with a reason, and told in the record."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import SetPrivacyView

from home.page.models import BasePage

from .deed import Refused, done, locked
from .permissions import reason_against_privacy

VERB = "change_readers"


class PrivacyForm(PageViewRestrictionForm):
    """Wagtail's form, and the reason."""

    comment = forms.CharField(
        label=_("Reason"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Please write a reason. It becomes part of the record.")},
    )

    @property
    def readers(self) -> str:
        """Who may read the page from now on, in words."""
        kind = self.cleaned_data["restriction_type"]
        names = ", ".join(group.name for group in self.cleaned_data["groups"]) if kind == "groups" else ""
        label = str(dict(self.Meta.model.RESTRICTION_CHOICES)[kind])
        return f"{label}: {names}" if names else label


class SpokenPrivacyView(SetPrivacyView):
    """Sets who may read a page."""

    form_class = PrivacyForm

    def dispatch(self, request: HttpRequest, page_id: int, *args, **kwargs) -> HttpResponse:
        """Says why not, before Wagtail refuses without a reason."""
        page = get_object_or_404(BasePage, pk=page_id)
        if reason := reason_against_privacy(page.permissions_for_user(request.user)):
            raise Refused(reason)
        return super().dispatch(request, page_id, *args, **kwargs)

    @transaction.atomic
    def form_valid(self, form: PrivacyForm) -> HttpResponse:
        """The change and its entry in the record, both or none."""
        page = locked(self.page)
        if reason := reason_against_privacy(page.permissions_for_user(self.request.user)):
            raise Refused(reason)
        answer = super().form_valid(form)
        done(VERB, page, self.request.user, f"{form.readers}. {form.cleaned_data['comment']}", page.live_revision)
        return answer

    def render_to_response(self, context: dict[str, Any], **kwargs) -> HttpResponse:
        """Wagtail's modal with the reason below its choices."""
        if not self.page.private_page_options:
            return super().render_to_response(context, **kwargs)
        return render_modal_workflow(
            self.request,
            "workflow/desk/privacy.html",
            template_vars=context,
            json_data={"step": "set_privacy"},
            **kwargs,
        )
