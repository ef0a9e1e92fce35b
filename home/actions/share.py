"""Share: the device's own sheet where there is one, otherwise a panel of plain links."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from home.page.models import BasePage

from .base import ArticleAction
from .mail import SendMail
from .models import ActionSettings
from .share_targets import links


class Share(ArticleAction):
    """Opens the panel; its page `teilen/` holds the same links."""

    key = "share"
    label = _("Share")

    def url_for(self, page: BasePage, request: HttpRequest | None = None) -> str:
        """The page with the share links."""
        return (page.get_url(request) or "/") + "teilen/"


def share_links(page: BasePage, request: HttpRequest | None = None) -> dict:
    """What panel and page show: the article's address, and where it can be sent."""
    address = page.canonical_url(request)
    return {
        "share_title": page.title,
        "share_address": address,
        "share_mail": SendMail().url_for(page, request),
        "share_targets": links(ActionSettings.for_request(request).share_targets, page.title, address),
        "share_fediverse": Share().url_for(page, request) + "fediverse/",
    }
