"""Forms of the approval steps."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """A decision that needs its reason."""

    comment = forms.CharField(
        label=_("What should be changed?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please write what should be changed.")},
    )
