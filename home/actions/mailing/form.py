"""What the form asks for, and what it refuses."""

import re
import unicodedata
from email.headerregistry import Address
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from home.page.models import BasePage

from . import ticket
from .ticket import Ticket

NAME_LENGTH, NOTE_LENGTH, ADDRESS_LENGTH = 60, 300, 200
CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")
PLAIN = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+", re.ASCII)
WEB_ADDRESS = re.compile(r"https?:|www\.|@|\w\.[^\W\d_]{2,}|\.xn--")
TICKET_SENTENCES = {
    Ticket.FOREIGN: _("This form does not belong to this article. Please send it once more."),
    Ticket.TOO_OLD: _("The form had been open for more than two hours. Please send it once more."),
    Ticket.TOO_YOUNG: _("That was quicker than we can handle. Please send it once more."),
    Ticket.USED: _("This message has been sent already. For another one, open the form anew."),
}


def one_line(value: str) -> None:
    """Refuses everything that could begin a new header."""
    if CONTROL.search(value):
        raise ValidationError(_("Please write this on one line."))


def no_web_address(value: str) -> None:
    """Refuses what mail programs turn into links."""
    if WEB_ADDRESS.search(unicodedata.normalize("NFKC", value).replace("。", ".").lower()):
        raise ValidationError(
            _("Please leave out addresses of websites and mailboxes, and write a space after a full stop.")
        )


class OneAddressField(forms.CharField):
    """One plain mail address."""

    def __init__(self, **kwargs: Any) -> None:
        problem = _("Please enter exactly one address, like name@example.org.")
        super().__init__(max_length=ADDRESS_LENGTH, validators=[one_line, EmailValidator(problem)], **kwargs)

    @sensitive_variables()
    def clean(self, value: str) -> str:
        """The address as mail servers write it: domains with umlauts in their ASCII form."""
        cleaned = super().clean(value)
        local, _at, domain = cleaned.rpartition("@")
        try:
            if not PLAIN.fullmatch(local):
                raise ValueError(local)
            Address(addr_spec=(address := f"{local}@{domain.encode('idna').decode()}"))
        except (UnicodeError, ValueError, IndexError) as error:
            raise ValidationError(_("Our mail server cannot write to this address.")) from error
        return address


class LinesField(forms.CharField):
    """Several lines; a line break counts as one character, as it does for the browser that counts along."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """Browsers send two characters for each line break."""
        return super().to_python(value).replace("\r\n", "\n")


class GuardedForm(forms.Form):
    """A form that sends one mail for one article; and what only robots fill in."""

    ticket = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    # Robots get the answer that people get.
    trap = forms.CharField(required=False)

    def __init__(self, page: BasePage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        self.order_fields([name for name in self.fields if name not in ("ticket", "trap")])

    def clean_ticket(self) -> str:
        """Made here, for this article, not too early, not too late, not used."""
        found = ticket.inspect(self.cleaned_data["ticket"], self.page.pk)
        if found is Ticket.TOO_YOUNG and self.errors:  # it will be old enough when the rest is mended
            return ""
        if found is not Ticket.GOOD:
            raise ValidationError(TICKET_SENTENCES[found])
        return self.cleaned_data["ticket"]

    @property
    def is_from_a_robot(self) -> bool:
        """Whether the field that nobody sees was filled in."""
        return bool(self.data.get("trap"))

    @property
    def next_ticket(self) -> str:
        """The ticket for the next try: the same while it may still be used."""
        present = self.data.get("ticket", "")
        good = ticket.inspect(present, self.page.pk) in (Ticket.GOOD, Ticket.TOO_YOUNG)
        return present if good else ticket.issue(self.page.pk)


class MailForm(GuardedForm):
    """Recipient, sender, note."""

    recipient = OneAddressField(
        label=_("To (e-mail address)"),
        error_messages={"required": _("Please enter the address of the person you write to.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=NAME_LENGTH,
        strip=True,
        validators=[one_line, no_web_address],
        error_messages={"required": _("Please enter your name, so that the recipient knows who writes.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    sender = OneAddressField(
        label=_("Your e-mail address"),
        help_text=_("The recipient's answer goes there."),
        error_messages={"required": _("Please enter your address, so that the recipient can answer you.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    note = LinesField(
        label=_("Your note (optional)"),
        required=False,
        max_length=NOTE_LENGTH,
        validators=[no_web_address],
        help_text=_("At most 300 characters, without addresses of websites."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    attach_pdf = forms.BooleanField(label=_("Attach the article as a PDF"), required=False)
