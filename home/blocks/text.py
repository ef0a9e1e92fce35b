"""Running text and quotes."""

import re

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from .phrases import PHRASE_FEATURES

# What editors may do in running text; everything else is dropped when text is pasted.
FEATURES = ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link", *PHRASE_FEATURES]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link", *PHRASE_FEATURES]


EMPTY_PARAGRAPHS = re.compile(r"<p[^>]*>(?:\s|&nbsp;|\u00a0|<br\s*/?>)*</p>")


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, headings, lists and links."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"features": FEATURES, **kwargs})

    def value_from_form(self, value: str) -> RichText:
        """As typed or pasted, without the empty paragraphs that word processors put between their paragraphs."""
        return super().value_from_form(EMPTY_PARAGRAPHS.sub("", value))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"
        preview_value = (
            "<h2>Wie es weitergeht</h2><p>Die Kommunen treffen sich <b>dreimal im Jahr</b>. Dazwischen arbeiten sie "
            'vor Ort, begleitet von der Akademie. <a href="https://www.example.org/">Mehr zum Ablauf</a></p>'
            "<ul><li>Auftakt im Frühjahr</li><li>Werkstatt im Sommer</li><li>Bilanz im Herbst</li></ul>"
        )


class QuoteBlock(blocks.StructBlock):
    """What somebody said, and who it was."""

    text = blocks.TextBlock(label=_("Quote"), rows=3, max_length=600)
    name = blocks.CharBlock(label=_("Name"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Function"), required=False, max_length=160)
    released_by = blocks.CharBlock(
        label=_("Released by"),
        required=False,
        max_length=120,
        search_index=False,
        help_text=_("Who allowed these words to be printed. Readers do not see this."),
    )
    released_on = blocks.DateBlock(label=_("Released on"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        preview_value = {
            "text": "Wer gefragt wird, macht mit. Wer mitmacht, bleibt.",
            "name": "Leitung der Stabsstelle Beteiligung",
            "role": "Musterstadt",
        }
