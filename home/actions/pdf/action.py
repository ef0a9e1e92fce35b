"""The action in the bar."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from home.actions.base import ArticleAction
from home.page.models import BasePage

from . import engine


class SavePdf(ArticleAction):
    """A link to the PDF; missing where the server cannot make one."""

    key = "pdf"
    label = _("Save article as PDF")

    def offered_for(self, page: BasePage) -> bool:
        """Articles, where the typesetter's libraries are installed."""
        return super().offered_for(page) and engine.available()

    def url_for(self, page: BasePage, request: HttpRequest | None = None) -> str:
        """The address of the PDF."""
        return (page.get_url(request) or "/") + "artikel.pdf"
