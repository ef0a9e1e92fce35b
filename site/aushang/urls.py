"""All addresses of the site, in the order in which they are tried."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from . import discovery, health, media, sitemaps
from .styleguide import styleguide
from .stylesheet import stylesheet

handler400 = "aushang.errors.not_understood"
handler404 = "aushang.errors.not_found"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("mein-bereich/", include("programs.portal.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("aushang.<slug:digest>.css", stylesheet, name="stylesheet"),
    path("styleguide/", styleguide, name="styleguide"),
    path("media/<path:path>", media.rendition, name="rendition"),
    path("robots.txt", discovery.robots, name="robots"),
    path(".well-known/security.txt", discovery.security, name="security"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("search.urls")),
    path("", include("programs.urls")),
    path("", include("news.urls")),
    path("", include("home.listing.urls")),
    path("", include("programs.relay.urls")),
    path("", include("home.actions.urls")),
    path("", include(wagtail_urls)),
]
