"""Addresses and template names of pages, and the words an address may not take."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import camelcase_to_underscore
from wagtail.url_routing import RouteResult

if TYPE_CHECKING:
    from django.http import HttpRequest

# The words of the site's own addresses: at the top, and below any page.
RESERVED_AT_TOP = {"suche", "admin", "mein-bereich", "merkliste", "a", "styleguide"}
RESERVED_BELOW = {"senden", "teilen", "artikel.pdf", "sammlung.pdf"}
ROOT_DEPTH = 2


def template_name(folder: str, page_class: type) -> str:
    """`folder/<class name in snake case>.html`."""
    return f"{folder}/{camelcase_to_underscore(page_class.__name__)}.html"


class PublicAddress:
    """The addresses under which the world finds a page."""

    def full_clean(self, *args, **kwargs) -> None:
        """Refuses an address part that the site itself uses."""
        super().full_clean(*args, **kwargs)
        at_top = self.depth == ROOT_DEPTH + 1 if self.depth else True
        if self.slug in RESERVED_BELOW or (at_top and self.slug in RESERVED_AT_TOP):
            raise ValidationError(
                {
                    "slug": _("“%(slug)s” is an address of the site itself. Please choose another one.")
                    % {"slug": self.slug}
                }
            )

    def route(self, request: "HttpRequest", path_components: list[str]) -> RouteResult:
        """Goes straight to the page below with this address; Wagtail would load every page on the way."""
        if len(path_components) > 1:
            url_path = f"{self.url_path}{'/'.join(path_components)}/"
            page = self.base_page_model.objects.filter(slug=path_components[-1], url_path=url_path).first()
            if page:
                return page.with_relations().route(request, [])
        return super().route(request, path_components)

    def with_relations(self) -> "PublicAddress":
        """The page as its own type, with what its readers see of other tables, in one query."""
        page_class = self.specific_class or type(self)
        return page_class.objects.select_related(*page_class.read_with).get(pk=self.pk)

    def canonical_url(self, request: "HttpRequest | None" = None) -> str:
        """The one absolute address of the page: configured base address and present path."""
        return settings.BASE_URL + (self.get_url(request) or "/")

    @property
    def short_url(self) -> str:
        """The absolute address that survives moves."""
        return settings.BASE_URL + reverse("short_address", args=[self.pk])
