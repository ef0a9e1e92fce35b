"""Boxes beside the running text: facts, and a call with its deadline."""

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import SHORT_FEATURES


class FactBlock(blocks.StructBlock):
    """One fact: a term and what is to be said about it."""

    term = blocks.CharBlock(label=_("Term"), max_length=80)
    value = blocks.CharBlock(label=_("Value"), max_length=240)


class FactsBlock(blocks.StructBlock):
    """The facts at a glance."""

    title = blocks.CharBlock(label=_("Title"), default="Auf einen Blick", max_length=80)
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1, max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Facts box")
        template = "blocks/facts.html"
        preview_value = {
            "title": "Auf einen Blick",
            "facts": [
                {"term": "Laufzeit", "value": "zwei Jahre"},
                {"term": "Beratung", "value": "im Wert von 40.000 Euro"},
                {"term": "Teilnehmende", "value": "23 Kommunen und Landkreise"},
            ],
        }


class CallBlock(blocks.StructBlock):
    """A call with its deadline. After the deadline it says so by itself."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=SHORT_FEATURES)
    deadline = blocks.DateTimeBlock(label=_("Deadline"), help_text=_("Time in Europe/Berlin."))
    link = blocks.URLBlock(label=_("Link to the application"), required=False)
    link_text = blocks.CharBlock(label=_("Text of the link"), required=False, max_length=80)

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        """Adds whether the call is still open, computed at read time."""
        context = super().get_context(value, parent_context)
        deadline = value.get("deadline")
        context["is_open"] = bool(deadline) and deadline > timezone.now()
        return context

    class Meta:
        icon = "date"
        label = _("Call with deadline")
        template = "blocks/call.html"
        preview_value = {
            "title": "Jetzt bewerben",
            "text": "<p>Kommunen aller Größen können sich formlos bewerben.</p>",
            "deadline": datetime(2031, 3, 31, 21, 59, tzinfo=UTC),
            "link": "https://www.example.org/bewerbung",
            "link_text": "Zum Bewerbungsbogen",
        }
