"""Pictures in the text."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(blocks.StructBlock):
    """A picture with alternative text, caption and credit."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=160,
        help_text=_("Describe what is to be seen."),
    )
    decorative = blocks.BooleanBlock(
        label=_("The picture only decorates"),
        required=False,
        help_text=_("Screen readers then pass it over."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=240)
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        max_length=160,
        help_text=_("Empty: the credit stored with the image."),
    )

    def clean(self, value: Any) -> Any:
        """A picture is described, or said to be decoration."""
        value = super().clean(value)
        if not value["alt"] and not value["decorative"]:
            message = _("Please describe the picture, or tick that it only decorates.")
            raise blocks.StructBlockValidationError({"alt": ValidationError(message)})
        return value

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/image.html"
