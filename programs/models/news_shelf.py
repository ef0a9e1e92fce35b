"""The newest news on the pages of editions and events that articles name."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest

from home.page.queryset import load_teasers

MOST_SHOWN = 6


class NewsShelf:
    """Mixed into a page type to which articles belong."""

    @cached_property
    def readable_articles(self) -> list[Any]:
        """What everybody may read, newest first."""
        newest = self.articles.readable().newest_first()
        return load_teasers(newest[:MOST_SHOWN], around=self)[0] if self.pk else []

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The page and its teasers show pictures and subjects; they are asked for at once."""
        return super().get_context(request, *args, **kwargs) | {"news": self.readable_articles}
