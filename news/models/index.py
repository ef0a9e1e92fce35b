"""The page that lists the news, and its archive: one lasting address for each year."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.url_routing import RouteResult

from home.listing.index import filtered
from home.page.models import BasePage
from home.page.refusals import NothingThere

from .article import ArticlePage


class NewsIndexPage(BasePage):
    """All news, newest first, by subject and year."""

    kind_label = gettext_lazy("News list")
    subpage_types = ["news.ArticlePage"]
    # The year of the archive that is shown.
    year: int | None = None

    class Meta:
        verbose_name = gettext_lazy("news list")
        verbose_name_plural = gettext_lazy("news lists")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """`<list>/2026/` is a year of the archive."""
        if self.live and len(path_components) == 1 and is_year(path_components[0]):
            return RouteResult(self, kwargs={"year": int(path_components[0])})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, year: int | None = None, **kwargs) -> HttpResponse:
        """The list, or a year of it."""
        self.year = year
        if year and not ArticlePage.objects.child_of(self).readable().filter(display_date__year=year).exists():
            raise NothingThere(_("There is no news from %(year)d.") % {"year": year})
        return super().serve(request, *args, **kwargs)

    def canonical_url(self, request: HttpRequest | None = None) -> str:
        """A year has an address of its own."""
        return super().canonical_url(request) + (f"{self.year}/" if self.year else "")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the list that the address asks for."""
        articles = ArticlePage.objects.child_of(self).readable()
        whole = self.get_url(request) if self.year else ""
        return super().get_context(request, *args, **kwargs) | {"list": filtered(articles, request, self.year, whole)}


def is_year(word: str) -> bool:
    """Four digits, as in an address of the archive."""
    return len(word) == 4 and word.isascii() and word.isdigit() and word > "1000"  # noqa: PLR2004
