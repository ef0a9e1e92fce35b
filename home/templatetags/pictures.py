"""`{% img picture "width-960 format-webp" alt="…" %}`: a picture in the size that is needed, for whoever reads."""

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import SourceImageIOError
from willow.image import UnrecognisedImageFormatError

from home.media.models import Picture, Rendition
from home.media.private import may_see

register = template.Library()

LAZY = mark_safe(' loading="lazy"')


@register.simple_tag(takes_context=True)
def img(context: Context, picture: Picture | None, spec: str, alt: str = "", lazy: bool = True) -> SafeString | str:
    """The element; nothing where there is no picture for this reader. Paper has a `reader` instead of a request."""
    copy = copy_for(context.get("reader") or context.get("request"), picture, spec)
    if copy is None:
        return ""
    element = '<img src="{}" width="{}" height="{}" alt="{}"{}>'
    return format_html(element, copy.url, copy.width, copy.height, alt or "", LAZY if lazy else "")


def copy_for(reader: HttpRequest | None, picture: Picture | None, spec: str) -> Rendition | None:
    """A resized copy; None if there is no picture, its file is gone or broken, or the reader may not see it."""
    if not isinstance(picture, Picture) or not may_see(picture, reader):
        return None
    try:
        return picture.get_rendition(spec.replace(" ", "|"))
    except (SourceImageIOError, UnrecognisedImageFormatError):
        return None
