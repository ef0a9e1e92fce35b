"""The forms at the door."""

import re

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from home.bodies.models import Municipality

ADDRESS_REQUIRED = {
    "required": _("Please enter your e-mail address."),
    "invalid": _("Please enter an address like name@town.de."),
}


class AddressForm(forms.Form):
    """One mail address."""

    email = forms.EmailField(
        label=_("Your e-mail address at work"),
        error_messages=ADDRESS_REQUIRED,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(forms.Form):
    """Six digits, with or without spaces between them."""

    code = forms.CharField(
        label=_("The six digits from the mail"),
        max_length=20,
        error_messages={"required": _("Please enter the six digits from the mail.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}),
    )

    def clean_code(self) -> str:
        """The digits alone."""
        return re.sub(r"\D", "", self.cleaned_data["code"])


class PasswordForm(forms.Form):
    """Address or user name, and the password."""

    name = forms.CharField(
        label=_("E-mail address or user name"),
        max_length=254,
        error_messages={"required": _("Please enter your address or user name.")},
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        error_messages={"required": _("Please enter your password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def person(self) -> User | None:
        """Who this is; it takes as long for somebody unknown."""
        name = self.cleaned_data["name"].strip()
        known = User.objects.filter(email__iexact=name).values_list("username", flat=True).first()
        return authenticate(username=known or name, password=self.cleaned_data["password"])


class AccessForm(forms.Form):
    """Somebody asks to be let in."""

    municipality = forms.CharField(
        label=_("Municipality or county"),
        max_length=200,
        help_text=_("As it is called officially, e.g. Lindenfurt."),
        error_messages={"required": _("Please enter your municipality.")},
    )
    name = forms.CharField(
        label=_("Your name"), max_length=120, error_messages={"required": _("Please enter your name.")}
    )
    email = forms.EmailField(
        label=_("Your e-mail address at work"),
        help_text=_("Your own one, no shared mailbox: we want to know who writes."),
        error_messages=ADDRESS_REQUIRED,
    )

    def clean_municipality(self) -> Municipality:
        """The one of this name; where two have it, the county decides."""
        wanted = self.cleaned_data["municipality"].strip()
        named = list(Municipality.objects.filter(name__iexact=wanted.split("(")[0].strip(), valid_to=None))
        exact = [town for town in named if str(town).lower() == wanted.lower()] or named
        if len(exact) == 1:
            return exact[0]
        if exact:
            names = ", ".join(str(town) for town in exact)
            raise forms.ValidationError(
                _("There are several: %(names)s. Please enter one of them."), params={"names": names}
            )
        raise forms.ValidationError(_("We do not know this municipality. Please check the spelling."))
