"""Several of a controlled list in one column, as keys between spaces; readers and approvers see the labels."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Chosen(list):
    """The chosen keys, shown as their labels."""

    def __init__(self, keys: list[str], labels: dict[str, Any]) -> None:
        super().__init__(key for key in labels if key in keys)
        self.labels = [str(labels[key]) for key in self]

    def __str__(self) -> str:
        return ", ".join(self.labels)


class ChoicesField(models.CharField):
    """Zero or more keys of a `TextChoices`, in the order of its definition."""

    def __init__(self, *args: Any, options: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        self.options = options
        super().__init__(*args, **{"max_length": 200, "blank": True, "default": "", **kwargs})

    def deconstruct(self) -> tuple:
        """The column alone; a longer list needs no migration."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value: Any) -> Chosen:
        """From the table, from a revision and from the form."""
        keys = value.split() if isinstance(value, str) else list(value or [])
        labels = dict(self.options.choices) if self.options else {}
        return Chosen(keys, labels)

    def from_db_value(self, value: str | None, *args: Any) -> Chosen:
        """As everybody reads it."""
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> str:
        """As the table holds it."""
        return " ".join(self.to_python(value))

    def value_to_string(self, obj: models.Model) -> str:
        """As a revision holds it."""
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: Chosen, model_instance: models.Model) -> None:
        """Nothing at all is possible only where that is allowed."""
        if not value and not self.blank:
            raise ValidationError(_("Please choose at least one."))

    def run_validators(self, value: Chosen) -> None:
        """The keys were sieved already."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        """One box to tick for each."""
        return forms.MultipleChoiceField(
            choices=self.options.choices,
            required=not self.blank,
            widget=forms.CheckboxSelectMultiple,
            label=self.verbose_name,
            help_text=self.help_text,
        )
