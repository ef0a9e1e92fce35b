"""Several pictures beside one another."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .media import ImageBlock


class GalleryBlock(blocks.StructBlock):
    """Pictures that belong together; each has its own description, caption and credit."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    pictures = blocks.ListBlock(ImageBlock(), label=_("Images"), min_num=2, max_num=12)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
