"""`{% article_actions page %}`: what readers can do with this article, and where paper says it came from."""

from typing import Any

from django import template
from django.http import HttpRequest

from home.actions.base import offered
from home.actions.pdf import engine
from home.actions.qr import qr_image
from home.actions.share import share_links
from home.page.models import BasePage

register = template.Library()


@register.inclusion_tag("actions/article_actions.html", takes_context=True)
def article_actions(context: dict, page: BasePage) -> dict[str, Any]:
    """The bar of actions; nothing for a page that was never saved, as in an editor's first preview."""
    if not page.pk:
        return {}
    request = context.get("request")
    return {
        "page": page,
        "actions": [{"action": action, "url": url} for action, url in offered(page, request)],
        "collection_address": collection_address(page, request),
        "qr_image": qr_image(page.short_url),
        **share_links(page, request),
    }


def collection_address(page: BasePage, request: HttpRequest | None) -> str:
    """Where the PDF of the whole programme is; empty for pages that nothing belongs to."""
    lists = getattr(page, "readable_articles", None), getattr(page, "readable_case_studies", None)
    return (page.get_url(request) or "/") + "sammlung.pdf" if any(lists) and engine.available() else ""
