"""The forms of a team."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Membership
from .door import ADDRESS_REQUIRED


class ColleagueForm(forms.Form):
    """Whom a colleague invites."""

    email = forms.EmailField(label=_("E-mail address of your colleague"), error_messages=ADDRESS_REQUIRED)
    name = forms.CharField(label=_("Name (optional)"), max_length=120, required=False)
    role = forms.ChoiceField(
        label=_("What your colleague may do"),
        choices=Membership.Role.choices,
        initial=Membership.Role.EDITOR,
        widget=forms.RadioSelect,
    )
