"""The form of a page in the admin: one that did not arrive whole is refused with a sentence, and nothing is saved."""

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from home.page.refusals import NotArrived


class ArrivedForm(WagtailAdminPageForm):
    """Wagtail's form of a page, whose blocks are read without asking whether they are there."""

    def is_valid(self) -> bool:
        """Whatever a block stumbles over: if it cannot read what was sent, that is said instead of an error."""
        try:
            return super().is_valid()
        except Exception as error:
            if not is_unreadable(self):
                raise
            sentence = _("The form did not arrive completely, so nothing was saved. Please go back and save once more.")
            raise NotArrived(sentence) from error


def is_unreadable(form: forms.BaseForm) -> bool:
    """Whether a field of the form, or of the rows below it, cannot be read at all."""
    return any(is_garbled(field) for field in form) or any(
        is_unreadable(row) for rows in getattr(form, "formsets", {}).values() for row in rows.forms
    )


def is_garbled(field: forms.BoundField) -> bool:
    """Whether its widget finds no value in what was sent."""
    try:
        field.data  # noqa: B018 (reading it is the question)
    except Exception:  # blocks fail in many ways: a missing key, half a JSON, a word for a number
        return True
    return False
