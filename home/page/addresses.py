"""Addresses and template names of pages, and the words an address may not take."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import camelcase_to_underscore
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.url_routing import RouteResult

from .closed import is_closed
from .site_settings import site_of

if TYPE_CHECKING:
    from django.http import HttpRequest

# The words of the site's own addresses: at the top, and below any page.
RESERVED_AT_TOP = {"suche", "admin", "mein-bereich", "merkliste", "a", "styleguide", "themen", "sperrfrist", "kommunen"}
RESERVED_BELOW = {"senden", "teilen", "artikel.pdf", "sammlung.pdf", "nachfragen"}
ROOT_DEPTH = 2
# Where Wagtail keeps what it found for a request.
ROUTED = "_wagtail_route_for_request"


def template_name(folder: str, page_class: type) -> str:
    """`folder/<class name in snake case>.html`."""
    return f"{folder}/{camelcase_to_underscore(page_class.__name__)}.html"


def route_of(page: "PublicAddress", request: "HttpRequest", rest: list[str]) -> RouteResult | None:
    """The page itself, or a part of it, if readers may see it."""
    try:
        return page.route(request, rest)
    except Http404:
        return None


class PublicAddress:
    """The addresses under which the world finds a page."""

    # Words that the page above needs for addresses of its own.
    reserved_slugs: set[str] = set()

    def full_clean(self, *args, **kwargs) -> None:
        """Refuses an address part that the site itself uses."""
        super().full_clean(*args, **kwargs)
        at_top = self.depth == ROOT_DEPTH + 1 if self.depth else True
        if self.slug in RESERVED_BELOW | self.reserved_slugs or (at_top and self.slug in RESERVED_AT_TOP):
            raise ValidationError(
                {
                    "slug": _("“%(slug)s” is an address of the site itself. Please choose another one.")
                    % {"slug": self.slug}
                }
            )

    @staticmethod
    def route_for_request(request: "HttpRequest", path: str) -> RouteResult | None:
        """Goes straight to a page that lies deeper; Wagtail would load every page on the way, the start page first."""
        components = [component for component in path.split("/") if component]
        site = site_of(request)
        if site and components and not hasattr(request, ROUTED):
            page, rest = site.root_page.localized.page_below(components)
            if page:
                setattr(request, ROUTED, route_of(page.with_relations(), request, rest))
        return AbstractPage.route_for_request(request, path)

    def page_below(self, components: list[str]) -> "tuple[PublicAddress | None, list[str]]":
        """The page with this address below; else the one above, whose part it may be, with the last part."""
        whole, above = (
            f"{self.url_path}{''.join(f'{part}/' for part in parts)}" for parts in (components, components[:-1])
        )
        slugs = [self.slug, *components][-2:]
        found = (
            self.base_page_model.objects.filter(slug__in=slugs, url_path__in=(whole, above)).order_by("-depth").first()
        )
        return found, components[-1:] if found and found.url_path != whole else []

    def get_view_restrictions(self) -> QuerySet:
        """Wagtail looks at every page above; most sites have no restrictions, or elsewhere."""
        return super().get_view_restrictions() if is_closed(self.path) else PageViewRestriction.objects.none()

    @property
    def is_readable(self) -> bool:
        """Whether everybody may read it: only then do other pages name it."""
        return self.live and not is_closed(self.path)

    def with_relations(self) -> "PublicAddress":
        """The page as its own type, with what its readers see of other tables, in one query."""
        page_class = self.specific_class or type(self)
        return page_class.for_readers().select_related(*page_class.read_with).get(pk=self.pk)

    def canonical_url(self, request: "HttpRequest | None" = None) -> str:
        """The one absolute address of the page: configured base address and present path."""
        return settings.BASE_URL + (self.get_url(request) or "/")

    @property
    def short_url(self) -> str:
        """The absolute address that survives moves."""
        return settings.BASE_URL + reverse("short_address", args=[self.pk])
