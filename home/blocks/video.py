"""A video elsewhere: nothing of it is loaded before the reader's click."""

from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from .text import SHORT_FEATURES


class VideoBlock(blocks.StructBlock):
    """A picture of ours, the name of the other site, and what is said in the video, as text."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    url = blocks.URLBlock(label=_("Address of the video"))
    duration = blocks.CharBlock(label=_("Length"), required=False, max_length=20, help_text=_("E.g. “3:20 minutes”."))
    poster = ImageChooserBlock(label=_("Image"), required=False, help_text=_("A still from the video, kept here."))
    captions = blocks.BooleanBlock(label=_("The video has subtitles"), required=False)
    transcript = blocks.RichTextBlock(
        label=_("What is said and shown, as text"),
        features=SHORT_FEATURES,
        help_text=_("For everybody who cannot or does not want to watch."),
    )

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        """Adds the name of the other site."""
        context = super().get_context(value, parent_context)
        context["host"] = (urlsplit(value.get("url") or "").hostname or "").removeprefix("www.")
        return context

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
        preview_value = {
            "title": "Drei Minuten aus dem Viertel",
            "url": "https://video.example.org/viertel",
            "duration": "3:20 Minuten",
            "captions": True,
            "transcript": "<p>Eine Straße am Morgen. Eine Frau trägt einen Tisch hinaus und lädt zum Gespräch.</p>",
        }
