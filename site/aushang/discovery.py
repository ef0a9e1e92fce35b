"""What machines ask for first: robots.txt, security.txt and the sitemap."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.models import SiteIdentity
from home.page.models import BasePage

PLAIN = "text/plain; charset=utf-8"
# A security.txt must not be valid for more than a year; ours is computed anew each day.
VALID_FOR = timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: everything may be read but the desk and search results."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /suche/",
        "",
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """`/.well-known/security.txt` (RFC 9116): whom to tell about a weakness."""
    identity = SiteIdentity.for_request(request)
    contact = identity.security_email or identity.contact_email or settings.DEFAULT_FROM_EMAIL
    expires = (timezone.now() + VALID_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{contact}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: de, en",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)


class ReadablePages(Sitemap):
    """All pages that everybody may read, at the address the site is known by."""

    limit = 10_000

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.base = urlsplit(settings.BASE_URL)

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

    def get_domain(self, site: object = None) -> str:
        """The configured host, whatever host was asked."""
        return self.base.netloc + self.base.path

    def get_protocol(self, protocol: str | None = None) -> str:
        """The configured scheme."""
        return self.base.scheme

    @cached_property
    def paginator(self) -> object:
        """Pages of the sitemap, counted once."""
        return super().paginator


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: the map, or an index of maps for a large site."""
    pages = ReadablePages(request)
    if pages.paginator.num_pages == 1 or "p" in request.GET:
        return views.sitemap(request, {"pages": pages})
    maps = [views.SitemapIndexItem(f"{settings.BASE_URL}/sitemap.xml?p={n}") for n in pages.paginator.page_range]
    return render(request, "sitemap_index.xml", {"sitemaps": maps}, content_type="application/xml")
