"""The body of a page: which blocks editors may use, in which groups."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField

from .contact import ContactBlock
from .copies import load_copies
from .figures import FiguresBlock
from .gallery import GalleryBlock
from .media import ImageBlock
from .notice import CallBlock, FactsBlock
from .recommendation import RecommendationBlock
from .reference import DownloadsBlock, ListingBlock, RelatedLinksBlock
from .table import TableBlock
from .text import QuoteBlock, TextBlock
from .video import VideoBlock


class BodyBlock(blocks.StreamBlock):
    """All blocks of an article."""

    text = TextBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    image = ImageBlock(group=_("Text"))
    gallery = GalleryBlock(group=_("Text"))
    video = VideoBlock(group=_("Text"))
    facts = FactsBlock(group=_("Boxes"))
    figures = FiguresBlock(group=_("Boxes"))
    table = TableBlock(group=_("Boxes"))
    call = CallBlock(group=_("Boxes"))
    downloads = DownloadsBlock(group=_("References"))
    related_links = RelatedLinksBlock(group=_("References"))
    recommendation = RecommendationBlock(group=_("References"))
    contact = ContactBlock(group=_("References"))
    listing = ListingBlock(group=_("References"))

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        """As every block's; the copies of all pictures are asked for at once."""
        load_copies(value)
        return super().get_context(value, parent_context)

    class Meta:
        max_num = 300
        template = "blocks/body.html"


class BodyField(StreamField):
    """A body; its blocks stay out of migrations, which would repeat all of them at every change."""

    # Other fields of that sort name other blocks.
    made_of: type[blocks.StreamBlock] = BodyBlock

    def __init__(self, *args, **kwargs) -> None:
        kwargs.pop("block_lookup", None)
        super().__init__(self.made_of(), **{"blank": True, **kwargs})

    def deconstruct(self) -> tuple:
        """The field by its name alone: what Wagtail adds, all blocks of all blocks, is not even gathered."""
        name, path, _args, kwargs = super(StreamField, self).deconstruct()
        return name, path, [], kwargs
