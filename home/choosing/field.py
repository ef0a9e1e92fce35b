"""The form field for several entries of a long list."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Field, Model
from django.utils.translation import gettext as _

from .registry import LongList, list_of
from .widget import Several, Typed


class SeveralField(forms.ModelMultipleChoiceField):
    """Takes keys of entries, and names that somebody typed in full."""

    widget = Several

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(queryset, **kwargs)
        self.long_list = self.widget.long_list = list_of(queryset.model._meta.label)

    def clean(self, value: Any) -> Any:
        """All of them; a name that fits none or several is refused with those that come close."""
        keys, reasons = [], []
        for entry in value or ():
            try:
                keys.append(one(self.long_list, entry).pk if isinstance(entry, Typed) else entry)
            except ValidationError as error:
                reasons.append(error)
        if reasons:
            raise ValidationError(reasons)
        return super().clean(keys)


def one(long_list: LongList, text: str) -> Model:
    """The one entry that is meant."""
    meant, near = long_list.meant(text)
    if len(meant) == 1:
        return meant[0]
    names = "; ".join(long_list.named(entry) for entry in meant or near)
    if meant:
        sentence = _("“%(text)s” fits several: %(names)s. Please enter one of them as it stands here.")
    elif near:
        sentence = _("There is nothing called “%(text)s”. Did you mean one of these: %(names)s?")
    else:
        sentence = _("There is nothing called “%(text)s”.")
    raise ValidationError(sentence % {"text": text[:80], "names": names})


def several_of(field: Field) -> dict[str, Any]:
    """How forms of the admin show a relation to several: a long list by its names, a short one by boxes to tick."""
    if list_of(field.related_model._meta.label):
        return {"form_class": SeveralField}
    return {"widget": forms.CheckboxSelectMultiple}
