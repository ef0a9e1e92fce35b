"""What an article action is, and which of them an article offers."""

from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from home.page.models import BasePage


class ArticleAction:
    """Something a reader can do with an article. Its template is `actions/<key>.html`."""

    key = ""
    label = ""

    @property
    def template(self) -> str:
        """How the action looks in the bar."""
        return f"actions/{self.key}.html"

    @property
    def icon(self) -> str:
        """The drawing beside the label."""
        return f"actions/icons/{self.key}.svg"

    def offered_for(self, page: BasePage) -> bool:
        """Whether readers of this page get it."""
        return page.is_article

    def url_for(self, page: BasePage, request: HttpRequest | None = None) -> str:
        """Where the action leads; empty when it stays on the page."""
        return ""


@cache
def actions() -> tuple[ArticleAction, ...]:
    """All actions of this installation, in the editors' order."""
    return tuple(import_string(path)() for path in settings.AUSHANG_ARTICLE_ACTIONS)


def offered(page: BasePage, request: HttpRequest | None = None) -> Iterator[tuple[ArticleAction, str]]:
    """The actions that this page offers, each with its address."""
    for action in actions():
        if action.offered_for(page):
            yield action, action.url_for(page, request)
