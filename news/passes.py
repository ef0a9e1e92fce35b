"""The screen of an article's preview passes: who has one, a new one, and taking one back."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.log_actions import log

from .models import ArticlePage, PreviewPass


class PassForm(forms.ModelForm):
    """For whom, and until when."""

    class Meta:
        model = PreviewPass
        fields = ["recipient", "expires_at"]
        widgets = {"expires_at": AdminDateTimeInput}

    def clean_expires_at(self) -> datetime:
        """A pass ends in the future."""
        wanted = self.cleaned_data["expires_at"]
        if wanted <= timezone.now():
            raise forms.ValidationError(_("This moment has passed. Please choose a later one."))
        return wanted


class PassesView(WagtailAdminTemplateMixin, TemplateView):
    """The passes of one article."""

    template_name = "news/desk/passes.html"
    header_icon = "key"
    page_title = gettext_lazy("Preview passes")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """For those who may edit the article."""
        if not self.article.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def article(self) -> ArticlePage:
        """The article."""
        return get_object_or_404(ArticlePage, pk=self.kwargs["page_id"])

    def get_page_subtitle(self) -> str:
        """Which article it is about."""
        return self.article.get_admin_display_title()

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """A new pass, or one taken back."""
        if "revoke" in request.POST:
            return self.revoke(request)
        form = PassForm(request.POST)
        if self.article.scheduled_revision is None:
            form.add_error(None, _("There is no approved version with a date. Approve it first, then hand out passes."))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        form.instance.article, form.instance.created_by = self.article, request.user
        form.save()
        log(self.article, "aushang.preview_pass", user=request.user, data={"recipient": form.instance.recipient})
        messages.success(request, _("The pass is ready. Please send the link to this person only."))
        return redirect("preview_passes", page_id)

    def revoke(self, request: HttpRequest) -> HttpResponse:
        """Takes a pass back; its link is dead from now on."""
        wanted = request.POST["revoke"]
        open_passes = self.article.preview_passes.filter(revoked_at=None)
        held = get_object_or_404(open_passes, pk=wanted if wanted.isdigit() else 0)
        held.revoked_at = timezone.now()
        held.save(update_fields=["revoked_at"])
        log(self.article, "aushang.preview_pass_revoked", user=request.user, data={"recipient": held.recipient})
        messages.success(request, _("The pass was taken back. Its link opens nothing any more."))
        return redirect("preview_passes", self.article.pk)

    def get_context_data(self, form: PassForm | None = None, **kwargs) -> dict[str, Any]:
        """Everything on the screen."""
        scheduled = self.article.scheduled_revision
        until = scheduled and scheduled.approved_go_live_at
        form = form or PassForm(initial={"expires_at": until})
        return super().get_context_data(**kwargs) | {
            "article": self.article,
            "until": until,
            "form": form,
            "media": form.media,
            "passes": [(held, held.is_valid()) for held in self.article.preview_passes.all()],
        }
