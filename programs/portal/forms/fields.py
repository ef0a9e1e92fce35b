"""The question for a field of a case study: nothing is required or cut; only what cannot be stored is refused."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

MONTHS = {"starts_on", "ends_on", "month"}
NOT_GIVEN = ("", _("please choose"))
# No text is longer than this, however long a person types.
END_OF_TEXT = 100_000


class MonthField(forms.CharField):
    """A month as people write it: 5/2024, 05.2024, 2024-05."""

    def clean(self, value: str) -> date | None:
        """The first of the month."""
        parts = [part for part in (value or "").replace("/", ".").replace("-", ".").split(".") if part.strip()]
        if not parts:
            return None
        try:
            numbers = [int(part) for part in parts[-2:]] if int(parts[0]) < 1000 else [int(parts[1]), int(parts[0])]  # noqa: PLR2004
            return date(numbers[1], numbers[0], 1)
        except (ValueError, IndexError):
            raise ValidationError(_("Please write month and year like 05.2024.")) from None


def form_field(field: models.Field, hint: str | Promise = "") -> forms.Field:
    """The question for a field of the model; with a hint of its own where that of the editors does not fit."""
    words = {"label": capfirst(str(field.verbose_name)), "required": False, "help_text": hint or field.help_text}
    if field.name in MONTHS:
        words |= {"help_text": _("Month and year, e.g. 05.2024.")}
        return MonthField(max_length=20, widget=forms.TextInput(attrs={"class": "short"}), **words)
    for kinds, make in MAKERS:
        if isinstance(field, kinds):
            return make(field, words)
    return line(field, words)


def line(field: models.Field, words: dict[str, Any]) -> forms.Field:
    """One line, or a choice."""
    if field.choices:
        choices = [(value, label) for value, label in field.choices if value != ""]
        few = len(choices) <= 5  # noqa: PLR2004
        widget = forms.RadioSelect if few else forms.Select
        return forms.ChoiceField(choices=choices if few else [NOT_GIVEN, *choices], widget=widget, **words)
    if isinstance(field, models.EmailField):
        return forms.EmailField(max_length=254, **words)
    # Names and titles are stored in columns of this length; a text that long is a slip.
    return forms.CharField(max_length=max(field.max_length or 0, 255), widget=limited(forms.TextInput, field), **words)


def text(field: models.Field, words: dict[str, Any]) -> forms.Field:
    """Several lines; the limit is a matter of the checklist, the text stays whole."""
    return forms.CharField(max_length=END_OF_TEXT, widget=limited(forms.Textarea, field), **words)


def limited(widget: type[forms.Widget], field: models.Field) -> forms.Widget:
    """Says how long the text may be, for the counter beside it."""
    attrs: dict[str, Any] = {"data-limit": field.max_length} if field.max_length else {}
    if widget is forms.Textarea:
        attrs["rows"] = 10 if (field.max_length or 0) > 1_000 else 5  # noqa: PLR2004
    return widget(attrs=attrs)


def number(field: models.Field, words: dict[str, Any]) -> forms.Field:
    """A whole number; dots and spaces between thousands are fine."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})
    return WholeNumberField(min_value=0, max_value=2_000_000_000, widget=widget, **words)


class WholeNumberField(forms.IntegerField):
    """As people write it: 12.500 or 12 500."""

    default_error_messages = {"invalid": _("Please write a whole number, e.g. 12500.")}

    def to_python(self, value: Any) -> int | None:
        """Without the dots between thousands."""
        return super().to_python(str(value or "").replace(".", "").replace(" ", "").replace("\xa0", ""))


def decimal(field: models.DecimalField, words: dict[str, Any]) -> forms.Field:
    """A number with a comma."""
    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "short"})
    return forms.DecimalField(
        max_digits=field.max_digits, decimal_places=field.decimal_places, localize=True, widget=widget, **words
    )


def day(field: models.Field, words: dict[str, Any]) -> forms.Field:
    """A day."""
    return forms.DateField(widget=forms.DateInput(attrs={"class": "short"}, format="%d.%m.%Y"), localize=True, **words)


def tick(field: models.BooleanField, words: dict[str, Any]) -> forms.Field:
    """Yes or no; where nothing said is an answer, too, a choice of three."""
    if not field.null:
        return forms.BooleanField(**words)
    choices = [("", _("not said")), ("true", _("yes")), ("false", _("no"))]
    return forms.TypedChoiceField(
        choices=choices, coerce=lambda value: value == "true", empty_value=None, widget=forms.RadioSelect, **words
    )


def one(field: models.ForeignKey, words: dict[str, Any]) -> forms.Field:
    """One entry of a list that the editors keep."""
    return forms.ModelChoiceField(queryset=field.related_model.objects.all(), empty_label=NOT_GIVEN[1], **words)


def several(field: models.ManyToManyField, words: dict[str, Any]) -> forms.Field:
    """Some entries of a list that the editors keep."""
    return forms.ModelMultipleChoiceField(
        queryset=field.related_model.objects.all(), widget=forms.CheckboxSelectMultiple, **words
    )


MAKERS = (
    (models.ManyToManyField, several),
    (models.ForeignKey, one),
    (models.BooleanField, tick),
    (models.DateField, day),
    (models.DecimalField, decimal),
    (models.IntegerField, number),
    ((RichTextField, models.TextField), text),
)
