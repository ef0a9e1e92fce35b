"""Downloads, links and lists of other pages."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .stored_query import MORE_CONDITIONS, QueryBlock, query_of


class DownloadBlock(blocks.StructBlock):
    """One file."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=160, help_text=_("Empty: the document's own title.")
    )


class DownloadsBlock(blocks.StructBlock):
    """Files to take along, with type and size."""

    title = blocks.CharBlock(label=_("Title"), default="Zum Herunterladen", max_length=80)
    files = blocks.ListBlock(DownloadBlock(), label=_("Files"), min_num=1, max_num=20)

    class Meta:
        icon = "download"
        label = _("Downloads")
        template = "blocks/downloads.html"


class RelatedLinkBlock(blocks.StructBlock):
    """One link: to a page of this site, or to another site."""

    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Other address"), required=False)
    title = blocks.CharBlock(
        label=_("Text of the link"),
        required=False,
        max_length=160,
        help_text=_("Empty: the title of the page."),
    )

    def clean(self, value: Any) -> Any:
        """Exactly one target; another site needs a text."""
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            raise blocks.StructBlockValidationError(
                {"page": ValidationError(_("Please choose a page or enter an address, not both."))}
            )
        if value["url"] and not value["title"]:
            raise blocks.StructBlockValidationError({"title": ValidationError(_("Please say where the link leads."))})
        return value


class RelatedLinksBlock(blocks.StructBlock):
    """Where to read on."""

    title = blocks.CharBlock(label=_("Title"), default="Weitere Informationen", max_length=80)
    links = blocks.ListBlock(RelatedLinkBlock(), label=_("Links"), min_num=1, max_num=12)

    class Meta:
        icon = "link"
        label = _("Related links")
        template = "blocks/related_links.html"
        preview_value = {
            "title": "Weitere Informationen",
            "links": [
                {"url": "https://www.example.org/programm", "title": "Das Programm auf einer Seite"},
                {"url": "https://www.example.org/fragen", "title": "Häufige Fragen"},
            ],
        }


class ListingBlock(QueryBlock):
    """Pages that answer a question, kept up to date by itself."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    count = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        """Adds the pages, never the one that the list stands on."""
        context = super().get_context(value, parent_context)
        own = getattr((parent_context or {}).get("page"), "pk", None)
        query = replace(query_of(value, value.get("count")), excluded=(own,) if own else ())
        return context | {"pages": query.pages(), "layout": value.get("layout") or "cards"}

    class Meta:
        icon = "list-ul"
        label = _("List of pages")
        template = "blocks/listing.html"
        form_layout = ["title", "kind", "subject", "text", "count", "layout", "sort", MORE_CONDITIONS]
        preview_value = {"title": "Aktuelles", "kind": ["news"], "count": 3}
