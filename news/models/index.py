"""The page that lists the news."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from home.listing.index import filtered
from home.page.models import BasePage

from .article import ArticlePage


class NewsIndexPage(BasePage):
    """All news, newest first, by subject and year."""

    kind_label = _("News list")
    subpage_types = ["news.ArticlePage"]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the list that the address asks for."""
        articles = ArticlePage.objects.child_of(self).readable()
        return super().get_context(request, *args, **kwargs) | {"list": filtered(articles, request)}
