"""The approval screen of a page: where it stands, what changed, what can be done, and what was said so far."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from home.page.models import BasePage

from .. import people
from ..deed import Refused
from . import history, standing
from .difference import difference
from .forms import form_class
from .offers import DONE, FIRST_CHOICE, SERIOUS, offers
from .seen import decide, seal

# A part of the site shows here what it knows beside the text: `panel(page, request)` gives HTML, or nothing.
PANELS = "desk_panels"


class ApprovalView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the approval of one page, and takes the decision."""

    template_name = "workflow/desk/page.html"
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """For those who may edit the page, or review it now."""
        if not may_see(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> BasePage:
        """The page as readers see it."""
        return get_object_or_404(BasePage.objects.filter(depth__gt=1), pk=self.kwargs["page_id"]).specific

    @cached_property
    def newest(self) -> BasePage:
        """The page as its newest text has it."""
        return self.page.get_latest_revision_as_object()

    def get_page_title(self) -> str:
        """What it is."""
        return _("Approval")

    def get_page_subtitle(self) -> str:
        """Which page it is about."""
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here through the tree."""
        way = self.page.get_ancestors().filter(depth__gt=1)
        folders = [{"url": reverse("wagtailadmin_explore", args=[page.pk]), "label": page.title} for page in way]
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle(), "url": ""}
        return [*super().get_breadcrumbs_items(), *folders, here]

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Does one verb, through the one door; what is refused is shown with all that was typed."""
        verb, group = request.POST.get("verb", ""), request.POST.get("group", "")
        form = form_class(group, self.page)(request.POST, auto_id=f"{group}_%s")
        if verb not in DONE or not form.is_valid():
            return self.again(group, form, "" if verb in DONE else _("Please choose what is to be done."))
        comment, sealed = form.cleaned_data["comment"], request.POST.get("seen", "")
        try:
            new = decide(self.page, request.user, verb, comment, sealed, **form.extra())
        except (Refused, ValidationError) as refusal:
            return self.again(group, form, sentence_of(refusal))
        sentence = DONE[verb] if new else _("You have already done that from this form. Nothing was done twice.")
        messages.success(request, f"„{self.get_page_subtitle()}“: {sentence}")
        page = BasePage.objects.get(pk=self.page.pk).specific
        return redirect("desk_page", page.pk) if may_see(request.user, page) else redirect("wagtailadmin_home")

    def again(self, group: str, form: Any, sentence: str) -> HttpResponse:
        """The screen once more, with the refusal and everything typed."""
        context = self.get_context_data(group=group, form=form, refusal=sentence or _("Please check your entries."))
        return self.render_to_response(context, status=422)

    def get_context_data(self, group: str = "", form: Any = None, refusal: str = "", **kwargs) -> dict[str, Any]:
        """Everything on the screen."""
        page, user = self.page, self.request.user
        found, closed = offers(user, page)
        forms = [(offer, self.form_of(offer, group, form)) for offer in found]
        lines = history.lines_of(page)
        context = super().get_context_data(**kwargs) | {
            "page": page,
            "refusal": refusal,
            "typed": form if form is not None and group not in [offer.name for offer in found] else None,
            "forms": forms,
            "media": sum((form.media for _offer, form in forms), start=Media()),
            "closed": closed,
            "serious": SERIOUS,
            "primary": FIRST_CHOICE,
            "seen": seal(page, user),
            "newest_title": self.get_page_subtitle(),
            "may_preview": page.is_previewable(),
            "may_edit": page.permissions_for_user(user).can_edit(),
            "history": lines,
            "last_word": history.last_word(lines),
            "panels": [html for panel in hooks.get_hooks(PANELS) if (html := panel(page, self.request))],
        }
        return context | self.about_text() | self.about_state()

    def form_of(self, offer: Any, group: str, form: Any) -> Any:
        """The form of a group of verbs: the one just typed into, or an empty one."""
        if form is not None and group == offer.name:
            return form
        proposal = self.page.decline_proposal if offer.name == "declining" else None
        said = {"comment": proposal.text} if proposal else {}
        return form_class(offer.name, self.page)(auto_id=f"{offer.name}_%s", initial=said)

    def about_state(self) -> dict[str, Any]:
        """Where the page stands, and what is open beside the text."""
        page, running = self.page, self.page.current_workflow_state
        return {
            "final_step": bool(running) and running.is_at_final_task,
            "scheduled_for": page.approved_schedule and page.scheduled_revision.approved_go_live_at,
            "state": page.state,
            "published_since": standing.published_since(page),
            "reviewed_since": standing.reviewed_since(page),
            "steps": standing.steps_of(page),
            "withdrawal": page.withdrawals.filter(done_at=None).select_related("asked_by", "successor").first(),
            "proposal": page.decline_proposal,
            "second_look": page.second_looks.filter(done_at=None).select_related("published_by").first(),
        }

    def about_text(self) -> dict[str, Any]:
        """The difference of the newest text to what readers see, or last saw."""
        before = self.page if self.page.first_published_at else None
        in_full = "alles" in self.request.GET
        same = before is not None and not self.page.has_unpublished_changes
        found = None if same else difference(before, self.newest, in_full)
        return {"difference": found, "compared_with": before, "in_full": in_full}


def may_see(user: Any, page: Any) -> bool:
    """Whether the approval of a page is this person's business."""
    return page.permissions_for_user(user).can_edit() or any(
        question(user, page).allowed for question in (people.reviewer, people.adviser)
    )


def sentence_of(refusal: Exception) -> str:
    """Why it was refused; an incomplete text says what is missing."""
    if not isinstance(refusal, ValidationError):
        return str(refusal)
    missing = " ".join(refusal.messages)
    return _("The text is not complete yet: %(missing)s Please complete it first.") % {"missing": missing}
