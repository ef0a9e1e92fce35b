"""The form in front of the verbs: a comment, why a text is declined, how a page goes offline."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from home.page.models import BasePage

from ..models import DeclineProposal, Withdrawal


class CommentForm(forms.Form):
    """What is said with a decision. Whether it has to be said is decided at the door, not here."""

    comment = forms.CharField(
        label=_("Comment"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def extra(self) -> dict[str, Any]:
        """What the verb takes besides the comment."""
        return {}


class DecliningForm(CommentForm):
    """Why a text is not accepted, in words that its sender reads."""

    kind = forms.ChoiceField(label=_("Why?"), choices=DeclineProposal.Kind.choices, widget=forms.RadioSelect)
    field_order = ["kind", "comment"]

    def extra(self) -> dict[str, Any]:
        """The reason from the list."""
        return {"kind": self.cleaned_data["kind"]}


class WithdrawalForm(CommentForm):
    """Why a page goes offline, and what readers find instead."""

    kind = forms.ChoiceField(label=_("Why?"), choices=Withdrawal.Kind.choices, widget=forms.RadioSelect)
    successor = forms.ModelChoiceField(
        label=_("Page that replaces it"),
        queryset=BasePage.objects.all(),
        required=False,
        widget=AdminPageChooser(),
        help_text=_("The old address then leads there."),
    )
    successor_address = forms.CharField(label=_("Or its address"), required=False, max_length=300)
    notice = forms.CharField(
        label=_("What readers are told"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stands at the old address. Empty: a general sentence."),
    )
    field_order = ["kind", "successor", "successor_address", "notice", "comment"]

    def clean(self) -> dict[str, Any]:
        """A page can be chosen, or its address typed (without JavaScript)."""
        data = super().clean()
        address = data.get("successor_address", "").strip()
        if address and not data.get("successor"):
            data["successor"] = page_at(address)
            if data["successor"] is None:
                self.add_error("successor_address", _("There is no page at this address."))
        if data.get("kind") == Withdrawal.Kind.MERGED and not data.get("successor") and not self.errors:
            self.add_error("successor", _("Please choose the page into which this one was merged."))
        return data

    def extra(self) -> dict[str, Any]:
        """Kind, successor and what readers are told."""
        return {name: self.cleaned_data.get(name) for name in ("kind", "successor", "notice")}


def page_at(address: str) -> BasePage | None:
    """The live page at an address of this site, given whole or as a path."""
    wanted = "/" + urlsplit(address).path.strip("/") + "/"
    slug = wanted.strip("/").rsplit("/", maxsplit=1)[-1]
    for page in BasePage.objects.live().filter(slug=slug)[:50]:
        parts = page.get_url_parts()
        if parts and parts[2] == wanted:
            return page
    return None


def form_class(offer_name: str, page: Any) -> type[CommentForm]:
    """What was proposed or asked for already has its kind; the second person only says why."""
    is_proposed = page.decline_proposal is not None
    is_asked = page.withdrawals.filter(done_at=None).exists()
    if offer_name == "declining" and not is_proposed:
        return DecliningForm
    return WithdrawalForm if offer_name == "withdrawal" and not is_asked else CommentForm
