"""All addresses of the site, in the order in which they are tried."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from .styleguide import styleguide
from .stylesheet import stylesheet

handler404 = "aushang.errors.not_found"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("aushang.<slug:digest>.css", stylesheet, name="stylesheet"),
    path("styleguide/", styleguide, name="styleguide"),
    path("", include("search.urls")),
    path("", include("news.urls")),
    path("", include("home.actions.urls")),
    path("", include(wagtail_urls)),
]
