"""Contacts in the admin: what readers see is asked for in the form, and decided by a second person."""

from typing import Any

from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from home.page.models import Contact

from .. import contacts
from ..deed import Refused
from ..models import ContactChange
from ..record.uses import pages_using


class ContactEditView(EditView):
    """Saves what nobody sees yet; for everything else it asks."""

    def form_valid(self, form: ModelForm) -> HttpResponse:
        """A contact that readers see changes only with the consent of a second person."""
        if not form.has_changed() or not contacts.is_shown(self.object):
            return super().form_valid(form)
        try:
            change = contacts.ask(Contact.objects.get(pk=self.object.pk), form.cleaned_data, self.request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(
            self.request, _("Noted. Readers see the change as soon as a second person has agreed to it here.")
        )
        return redirect("contact_change", change.pk)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Says that a change waits."""
        if change := self.object.changes.filter(decided_at=None).first():
            link = format_html('<a href="{}">{}</a>', reverse("contact_change", args=[change.pk]), _("Look at it"))
            messages.warning(
                request, format_html("{} {}", _("A change of this contact waits for a second person."), link)
            )
        return super().get(request, *args, **kwargs)


class ContactViewSet(SnippetViewSet):
    """Offices to write to or to call."""

    model = Contact
    menu_label = gettext_lazy("Contacts")
    icon = "mail"
    menu_order = 315
    add_to_admin_menu = True
    list_display = ["name", "purpose", "email", "phone"]
    edit_view_class = ContactEditView


class ContactChangeView(WagtailAdminTemplateMixin, TemplateView):
    """Before and after, the pages that show it, and the decision."""

    template_name = "workflow/desk/contact_change.html"
    header_icon = "mail"
    page_title = gettext_lazy("Change of a contact")

    def dispatch(self, request: HttpRequest, change_id: int) -> HttpResponse:
        """For those who may change contacts at all."""
        self.change = get_object_or_404(ContactChange.objects.select_related("contact", "asked_by"), pk=change_id)
        if not request.user.has_perm("page.change_contact"):
            raise Refused(_("Only editors of the academy may change contacts."))
        return super().dispatch(request, change_id)

    def post(self, request: HttpRequest, change_id: int) -> HttpResponse:
        """Agreed or dismissed."""
        agreed = request.POST.get("decision") == "agree"
        (contacts.agree if agreed else contacts.dismiss)(self.change, request.user)
        messages.success(
            request, _("The contact is changed everywhere.") if agreed else _("The contact stays as it is.")
        )
        return redirect("wagtailsnippets_page_contact:edit", self.change.contact_id)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """Everything on the screen."""
        verdict = contacts.may_agree(self.request.user, self.change)
        return super().get_context_data(**kwargs) | {
            "change": self.change,
            "rows": list(self.rows()),
            "pages": pages_using(self.change.contact),
            "verdict": verdict,
            "is_own": self.change.asked_by_id == self.request.user.pk,
        }

    def rows(self) -> Any:
        """Each field that changes: its name, what it says now, and what it is to say."""
        for name in contacts.FIELDS:
            now, wanted = getattr(self.change.contact, name), self.change.wanted[name]
            if now != wanted:
                yield capfirst(Contact._meta.get_field(name).verbose_name), now, wanted


register_snippet(ContactViewSet)
