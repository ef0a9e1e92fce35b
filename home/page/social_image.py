"""The picture that social networks and search engines show beside a link to a page."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.conf import settings
from wagtail.images.models import SourceImageIOError
from willow.image import UnrecognisedImageFormatError

from home.media.private import may_see

from .queryset import SHARED

if TYPE_CHECKING:
    from .models import BasePage


def social_image(page: "BasePage") -> dict | None:
    """Absolute address, size and alternative text; None without a lead image that is there for everybody."""
    if not page.lead_image or not may_see(page.lead_image):
        return None
    try:
        rendition = page.lead_image.get_rendition(SHARED)
    except (SourceImageIOError, UnrecognisedImageFormatError):
        return None
    return {
        "url": urljoin(settings.BASE_URL + "/", rendition.url),
        "width": rendition.width,
        "height": rendition.height,
        "alt": page.lead_image_alt or page.lead_image.description,
    }
