"""The address of the stylesheet."""

from django import template
from django.urls import reverse

from aushang.stylesheet import current_digest

register = template.Library()


@register.simple_tag
def stylesheet_address() -> str:
    """The one stylesheet, under the digest of its content."""
    return reverse("stylesheet", args=[current_digest()])
