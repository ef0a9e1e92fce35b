"""The maps of the site: pages, municipalities and subjects that there is something about."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.bodies.models import Municipality
from home.listing.places import with_content
from home.page.models import BasePage, Subject

PART, NUMBER = "teil", "p"


class Map(Sitemap):
    """A map of addresses on the configured host, whatever host was asked."""

    limit = 10_000

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.base = urlsplit(settings.BASE_URL)

    def get_domain(self, site: object = None) -> str:
        """The configured host."""
        return self.base.netloc + self.base.path

    def get_protocol(self, protocol: str | None = None) -> str:
        """The configured scheme."""
        return self.base.scheme

    @cached_property
    def paginator(self) -> object:
        """The parts of the map, counted once."""
        return super().paginator


class ReadablePages(Map):
    """All pages that everybody may read."""

    def items(self) -> QuerySet:
        """Pages below the root of this site, in the order of the tree."""
        site = Site.find_for_request(self.request)
        pages = BasePage.objects.readable().descendant_of(site.root_page, inclusive=True).order_by("path")
        return pages.only("path", "depth", "url_path", "locale", "last_published_at", "first_published_at", "live")

    def location(self, item: BasePage) -> str:
        """The path of the page."""
        return item.get_url(self.request) or "/"

    def lastmod(self, item: BasePage) -> object:
        """The day of the last release."""
        return item.last_published_at or item.first_published_at


class Places(Map):
    """Municipalities with something on their page; the others say `noindex`."""

    def items(self) -> QuerySet[Municipality]:
        """By name."""
        return with_content().order_by("name", "pk").only("slug")


class Subjects(Map):
    """Subjects with something on their page."""

    def items(self) -> QuerySet[Subject]:
        """By name."""
        pages = BasePage.objects.readable().filter(subjects=OuterRef("pk"))
        return Subject.objects.filter(Exists(pages)).order_by("name", "pk")


MAPS = {"seiten": ReadablePages, "kommunen": Places, "themen": Subjects}


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: everything at once, or an index of maps for a large site."""
    maps = {name: made(request) for name, made in MAPS.items()}
    if NUMBER in request.GET:
        name = request.GET.get(PART, "seiten")
        return views.sitemap(request, {name: maps[name]} if name in maps else {}, section=name)
    if all(one.paginator.num_pages == 1 for one in maps.values()):
        return views.sitemap(request, maps)
    parts = [(name, number) for name, one in maps.items() for number in one.paginator.page_range]
    base = f"{settings.BASE_URL}/sitemap.xml"
    index = [views.SitemapIndexItem(f"{base}?{PART}={name}&{NUMBER}={number}") for name, number in parts]
    return render(request, "sitemap_index.xml", {"sitemaps": index}, content_type="application/xml")
