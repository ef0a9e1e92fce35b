"""A contact that is kept in one place."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class ContactBlock(blocks.StructBlock):
    """An office to write to or to call."""

    title = blocks.CharBlock(label=_("Title"), default="Kontakt", max_length=80)
    contact = SnippetChooserBlock("page.Contact", label=_("Contact"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = "blocks/contact.html"
