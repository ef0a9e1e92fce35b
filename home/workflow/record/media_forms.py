"""The admin's forms of files. They refuse before Wagtail deletes the old file, which it does before it saves."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtail.models import Collection

from ..deed import Refused
from .audience import of_one, refuse_other_audience
from .guard import refuse_replacement, refuse_rewording, shown_beside


class FileInUse:
    """A new file, or other words, are refused for one that a live or waiting page refers to."""

    def clean_file(self) -> Any:
        """The refusal stands beside the field; everything else that was typed stays."""
        if self.instance.pk and "file" in self.changed_data:
            try:
                refuse_replacement(self.instance)
            except Refused as refusal:
                raise ValidationError(str(refusal)) from None
        return self.cleaned_data["file"]

    def clean(self) -> dict[str, Any]:
        """So are other words beside the file."""
        data = super().clean()
        changed = [name for name in shown_beside(self.instance) if name in self.changed_data]
        if self.instance.pk and changed:
            try:
                refuse_rewording(self.instance)
            except Refused as refusal:
                self.add_error(None if self.fields[changed[0]].widget.is_hidden else changed[0], str(refusal))
        return data

    def clean_collection(self) -> Any:
        """So is a collection into which others may look."""
        collection = self.cleaned_data["collection"]
        if self.instance.pk and "collection" in self.changed_data:
            try:
                refuse_other_audience(
                    of_one(self.instance), Collection.objects.get(pk=self.initial["collection"]), collection
                )
            except Refused as refusal:
                raise ValidationError(str(refusal)) from None
        return collection


class PictureForm(FileInUse, BaseImageForm):
    """An image."""


class FileForm(FileInUse, BaseDocumentForm):
    """A document."""
