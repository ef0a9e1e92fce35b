"""Wagtail's page views, asked to say why. The locks are in permissions.py and transitions.py, not here."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.move import MoveChooseDestinationView, MoveConfirmView
from wagtail.admin.views.pages.revisions import RevisionsRevertView, RevisionsUnscheduleView
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from home.page.models import BasePage

from . import people, policy, transitions
from .deed import Refused, demand
from .desk.explorer import StateFilterSet, StateIndexView
from .permissions import reason_against_move, reason_against_removal
from .privacy import SpokenPrivacyView


class OwnStepOnly:
    """A step is decided under the address of its own page, by somebody policy allows."""

    def check_action(self) -> None:
        """Before the form is shown or taken."""
        if str(self.task_state.workflow_state.object_id) != str(self.object.pk):
            raise Refused(_("This step belongs to another page."))
        question = people.may_approve if self.action_name == "approve" else people.may_review
        demand(question(self.request.user, self.task_state))
        super().check_action()


class StepView(OwnStepOnly, WorkflowActionView):
    """Decides a step."""


class StepFormView(OwnStepOnly, CollectWorkflowActionDataView):
    """Asks for the comment of a decision."""


class Noted:
    """Takes the note beside the buttons along with the text."""

    def form_valid(self, form: Any) -> HttpResponse:
        """The note belongs to the version that is saved now, and to its submission."""
        form.instance.change_note = self.request.POST.get("change_note", "")
        return super().form_valid(form)


class NotedCreateView(Noted, CreateView):
    """Creates a page."""

    def submit_action(self):
        """A page that cannot be submitted yet is kept as a draft, and says why."""
        try:
            return super().submit_action()
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect("wagtailadmin_pages:edit", self.page.pk)


class ApprovedEditView(Noted, EditView):
    """The editor: a button that may not be used says why, instead of silently saving."""

    def form_valid(self, form: Any) -> HttpResponse:
        """The address is part of what is decided: under review it stays."""
        if "slug" in form.changed_data and self.page.workflow_in_progress:
            form.add_error("slug", _("The address stays as it is while the text is under review."))
            return self.form_invalid(form)
        return super().form_valid(form)

    @cached_property
    def action_name_and_method(self):
        """As Wagtail's, but what was asked for and is refused is said after the text was saved."""
        chosen = super().action_name_and_method
        self.refusal = "" if chosen[0] != "save" else self.reason_for_saving_only()
        return chosen

    def reason_for_saving_only(self) -> str:
        """Why the text was only saved although more was asked for; empty if saving was all."""
        asked = self.request.POST
        if asked.get("action-publish"):
            return _("Only the emergency group may publish directly. Please submit the text for approval.")
        if asked.get("action-submit"):
            return str(policy.may("submit", self.request.user, self.page).reason)
        if asked.get("action-workflow-action"):
            return self.reason_against_decision(asked.get("workflow-action-name"))
        return ""

    def reason_against_decision(self, action: str) -> str:
        """Why this step may not be decided so."""
        task_state = self.page.current_workflow_task_state
        if task_state is None:
            return _("This text is not under review.")
        question = people.may_approve if action == "approve" else people.may_review
        return str(question(self.request.user, task_state).reason)

    def save_action(self):
        """Saves; then says what was not done."""
        response = super().save_action()
        if self.refusal and not self.expects_json_response:
            messages.error(self.request, self.refusal)
        return response

    def perform_workflow_action(self):
        """A text changed together with the decision is another text: it is saved and has to be submitted again."""
        if not self.has_content_changes:
            return super().perform_workflow_action()
        self.refusal = _("Your changes were saved. A changed text has to be submitted again, so nothing was decided.")
        return self.save_action()


class ApprovedRevertView(RevisionsRevertView, ApprovedEditView):
    """An older version as the newest one: the same form, and the same rules."""


class SpokenUnscheduleView(RevisionsUnscheduleView):
    """Takes back a date, through the door."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The verb, and the way back."""
        transitions.unschedule(self.object, request.user)
        messages.success(request, self.get_success_message())
        return redirect(self.get_next_url())


class SpokenChange:
    """Says why a page cannot be moved, deleted or unpublished."""

    reason_against = staticmethod(reason_against_removal)

    def setup(self, request, *args, **kwargs) -> None:
        """Asks before Wagtail refuses without a reason."""
        page = BasePage.objects.filter(pk=kwargs.get("page_id", kwargs.get("page_to_move_id"))).first()
        reason = page and self.reason_against(page.permissions_for_user(request.user))
        if reason:
            raise Refused(reason)
        super().setup(request, *args, **kwargs)


class SpokenDeleteView(SpokenChange, DeleteView):
    """Deletes a page."""


class SpokenUnpublishView(SpokenChange, UnpublishView):
    """Takes a page away from readers."""


class SpokenMoveView(SpokenChange, MoveChooseDestinationView):
    """Chooses where a page goes."""

    reason_against = staticmethod(reason_against_move)


class SpokenMoveConfirmView(SpokenChange, MoveConfirmView):
    """Moves a page."""

    reason_against = staticmethod(reason_against_move)

    @transaction.atomic
    def post(self, *args, **kwargs) -> HttpResponse:
        """The move and its entry in the record, both or none."""
        return super().post(*args, **kwargs)


class ApprovedPageViewSet(PageViewSet):
    """Serves all page types with the views above."""

    model = BasePage
    index_view_class = StateIndexView
    filterset_class = StateFilterSet
    add_view_class = NotedCreateView
    edit_view_class = ApprovedEditView
    workflow_action_view_class = StepView
    collect_workflow_action_data_view_class = StepFormView
    revisions_revert_view_class = ApprovedRevertView
    revisions_unschedule_view_class = SpokenUnscheduleView
    delete_view_class = SpokenDeleteView
    unpublish_view_class = SpokenUnpublishView
    move_view_class = SpokenMoveView
    move_confirm_view_class = SpokenMoveConfirmView
    set_privacy_view_class = SpokenPrivacyView
