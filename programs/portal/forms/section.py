"""The form of one section, with its rows; what is typed, what is stored, and the version of it."""

import hashlib
import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from ...models import CaseStudyPage
from ...models.case_study.measures import LONGEST
from ...models.case_study.needed import placeholder
from ..plaintext import to_plain, to_rich
from ..sections import DEFAULTED, HINTS, MOST_ROWS, ROW_FIELDS, UPLOADED, Section
from .fields import MONTHS, form_field

EMPTY_ROWS = 1


def typed(value: Any, field: models.Field) -> Any:
    """A stored value as the form shows it."""
    if isinstance(field, RichTextField):
        return to_plain(value)
    if isinstance(field, models.ManyToManyField):
        return sorted(str(item.pk) for item in value.all())
    if isinstance(value, bool):
        return str(value).lower() if field.null else value
    return "" if value is None else in_words(value, field.name)


def in_words(value: Any, name: str) -> str:
    """As a person writes it."""
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, date):
        return value.strftime("%m.%Y" if name in MONTHS else "%d.%m.%Y")
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".").replace(".", ",") if "." in f"{value:f}" else f"{value:f}"
    return str(value).replace("\r\n", "\n")


def values_of(page: CaseStudyPage, section: Section) -> dict[str, Any]:
    """All that the section says now, by the names of its questions."""
    found = {name: typed(getattr(page, name), page._meta.get_field(name)) for name in section.fields}
    if found.get("title") == placeholder(page.municipality):
        found["title"] = ""
    for relation in section.rows:
        for number, row in enumerate(getattr(page, relation).all()):
            for name in ROW_FIELDS[relation]:
                found[f"{relation}-{number}-{name}"] = typed(getattr(row, name), row._meta.get_field(name))
            if relation in UPLOADED:
                found[f"{relation}-{number}-key"] = str(getattr(row, f"{UPLOADED[relation]}_id"))
    return found


def version_of(values: dict[str, Any]) -> str:
    """The version of a section: a digest of what it says."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:20]


class SectionForm(forms.Form):
    """Nothing is required. What cannot be stored is refused by itself; all the rest is saved."""

    def __init__(self, page: CaseStudyPage, section: Section, data: Any = None) -> None:
        self.page, self.section, self.stored = page, section, values_of(page, section)
        super().__init__(data, initial=self.stored, label_suffix="")
        for name in section.fields:
            self.fields[name] = form_field(page._meta.get_field(name), HINTS.get(name, ""))
            if name in LONGEST:
                self.fields[name].widget.attrs["data-limit"] = LONGEST[name]
        for relation in section.rows:
            self.add_rows(relation)

    def add_rows(self, relation: str) -> None:
        """The rows there are, the rows that were sent, and an empty one."""
        model = self.page._meta.get_field(relation).related_model
        if relation in UPLOADED:
            self.add_uploads(relation, model)
            return
        sent = [int(number) for number in re.findall(rf"\b{relation}-(\d{{1,2}})-", " ".join(self.data))]
        count = max(
            getattr(self.page, relation).count() + (0 if self.is_bound else EMPTY_ROWS), max(sent, default=-1) + 1
        )
        for number in range(min(count, MOST_ROWS[relation])):
            for name in ROW_FIELDS[relation]:
                self.fields[f"{relation}-{number}-{name}"] = form_field(model._meta.get_field(name))

    def add_uploads(self, relation: str, model: type[models.Model]) -> None:
        """One row for every file there is, and a tick that removes it."""
        for number in range(getattr(self.page, relation).count()):
            for name in ROW_FIELDS[relation]:
                self.fields[f"{relation}-{number}-{name}"] = form_field(model._meta.get_field(name))
            self.fields[f"{relation}-{number}-remove"] = forms.BooleanField(label=_("remove it"), required=False)

    def hide_empty_lists(self) -> None:
        """For a form that is shown: where there is nothing to choose from, nothing is asked."""
        for field in self.fields.values():
            if getattr(field, "queryset", None) is not None and not field.queryset.exists():
                field.widget = forms.MultipleHiddenInput()

    def rows_of(self, relation: str) -> list[list[forms.BoundField]]:
        """The questions of each row, for the template."""
        found: dict[str, list[forms.BoundField]] = {}
        for name in self.fields:
            if name.startswith(f"{relation}-"):
                found.setdefault(name.split("-")[1], []).append(self[name])
        return list(found.values())

    def apply(self) -> None:
        """Writes what can be stored into the page, which is not saved here."""
        self.is_valid()
        for name in self.section.fields:
            if name in self.cleaned_data:
                self.apply_field(self.page, name, self.cleaned_data[name], self.stored.get(name))
        for relation in self.section.rows:
            self.apply_rows(relation)

    def apply_field(self, owner: Any, name: str, value: Any, before: Any) -> None:
        """One value; rich text that was not touched keeps its markup."""
        field = owner._meta.get_field(name)
        if isinstance(field, RichTextField):
            lines = value.replace("\r\n", "\n")
            if lines.strip() != (before or "").strip():
                setattr(owner, name, to_rich(lines))
        elif name == "title":
            owner.title = value or placeholder(self.page.municipality)
        elif name == "main_subject":
            owner.lead_with(value)
        elif isinstance(value, str):
            setattr(owner, name, value.replace("\r\n", "\n"))
        else:
            setattr(owner, name, list(value) if isinstance(field, models.ManyToManyField) else value)

    def apply_rows(self, relation: str) -> None:
        """The rows with something in them; a row that was emptied goes."""
        model = self.page._meta.get_field(relation).related_model
        old, kept = list(getattr(self.page, relation).all()), []
        for number, bound in enumerate(self.rows_of(relation)):
            row = old[number] if number < len(old) else model()
            names = [field.name.split("-")[2] for field in bound]
            if relation in UPLOADED and self.cleaned_data.get(f"{relation}-{number}-remove"):
                continue
            names = [name for name in names if name != "remove"]
            said = {name: self.cleaned_data.get(f"{relation}-{number}-{name}") for name in names}
            wrong = any(field.errors for field in bound)
            if (
                relation in UPLOADED
                or wrong
                or any(value not in (None, "") for name, value in said.items() if name not in DEFAULTED)
            ):
                for name in names:
                    if f"{relation}-{number}-{name}" in self.cleaned_data and said[name] is not None:
                        self.apply_field(row, name, said[name], None)
                row.sort_order = len(kept)
                kept.append(row)
        setattr(self.page, relation, [row for row in kept if storable(row)])


def storable(row: Any) -> bool:
    """Whether the columns that cannot be empty are filled."""
    return getattr(row, "number", 0) is not None
