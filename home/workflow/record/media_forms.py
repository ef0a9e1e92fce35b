"""The admin's forms of files. They refuse before Wagtail deletes the old file, which it does before it saves."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from ..deed import Refused
from .guard import refuse_replacement


class FileInUse:
    """A new file is refused for one that a live or waiting page refers to."""

    def clean_file(self) -> Any:
        """The refusal stands beside the field; everything else that was typed stays."""
        if self.instance.pk and "file" in self.changed_data:
            try:
                refuse_replacement(self.instance)
            except Refused as refusal:
                raise ValidationError(str(refusal)) from None
        return self.cleaned_data["file"]


class PictureForm(FileInUse, BaseImageForm):
    """An image."""


class FileForm(FileInUse, BaseDocumentForm):
    """A document."""
