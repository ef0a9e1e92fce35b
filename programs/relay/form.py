"""What the form asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.actions.mailing.form import NAME_LENGTH, GuardedForm, LinesField, OneAddressField, no_web_address, one_line

SHORTEST, LONGEST = 20, 1_500


class QuestionForm(GuardedForm):
    """Who asks, and what."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=NAME_LENGTH,
        validators=[one_line, no_web_address],
        error_messages={"required": _("Please enter your name, so that the municipality knows who asks.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    office = forms.CharField(
        label=_("Your municipality or organisation (optional)"),
        required=False,
        max_length=120,
        validators=[one_line, no_web_address],
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    sender = OneAddressField(
        label=_("Your e-mail address"),
        help_text=_("The municipality answers to this address."),
        error_messages={"required": _("Please enter your address, so that the municipality can answer you.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    question = LinesField(
        label=_("Your question"),
        min_length=SHORTEST,
        max_length=LONGEST,
        validators=[no_web_address],
        help_text=_("At most 1,500 characters, without addresses of websites."),
        error_messages={
            "required": _("Please write what you would like to know."),
            "min_length": _("Please write in a sentence or two what you would like to know."),
        },
        widget=forms.Textarea(attrs={"rows": 8}),
    )
