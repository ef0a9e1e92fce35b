"""The site of a request with all its settings: one query, where Wagtail asks one for the site and one for each."""

from collections.abc import Iterator
from typing import Self, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.models import Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION, SiteRootPath

# Where Wagtail keeps the site of a request.
KEPT = "_wagtail_site"
ROOT_PATHS_SECONDS = 3600


class SiteSettings(BaseSiteSetting):
    """Settings that are read together; defaults where nobody has set anything."""

    class Meta:
        abstract = True

    @classmethod
    def for_request(cls, request: HttpRequest | None) -> Self:
        """The settings of this request's site; without a request those of the default site."""
        if request is None:
            return found(Site.objects.filter(is_default_site=True).first(), cls)
        return found(site_of(request), cls)


Settings = TypeVar("Settings", bound=SiteSettings)


def site_of(request: HttpRequest) -> Site | None:
    """The site by Wagtail's own rule; whoever asks Wagtail later in this request gets the same."""
    if not hasattr(request, KEPT):
        sites = list(Site.objects.select_related("root_page__locale", *relations()))
        host = split_domain_port(request._get_raw_host())[0]
        setattr(request, KEPT, chosen(sites, host, request.get_port()))
        keep_root_paths(sites)
    return getattr(request, KEPT)


def chosen(sites: list[Site], host: str, port: str) -> Site | None:
    """Host and port; else the default site of this host; else the only one of this host; else the default site."""
    of_host = [site for site in sites if site.hostname == host]
    default = next((site for site in sites if site.is_default_site), None)
    exact = next((site for site in of_host if str(site.port) == port), None)
    return exact or (of_host[0] if len(of_host) == 1 and default not in of_host else default)


def keep_root_paths(sites: list[Site]) -> None:
    """What Wagtail would ask for next to write addresses; a change of a site takes it out of the cache."""
    if getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return
    sites = sorted(sites, key=lambda site: (not site.is_default_site, site.hostname))
    sites.sort(key=lambda site: site.root_page.url_path, reverse=True)
    paths = [
        SiteRootPath(site.pk, site.root_page.url_path, site.root_url, site.root_page.locale.language_code)
        for site in sites
    ]
    cache.add(SITE_ROOT_PATHS_CACHE_KEY, paths, ROOT_PATHS_SECONDS, version=SITE_ROOT_PATHS_CACHE_VERSION)


def relations() -> Iterator[str]:
    """The ways from a site to its settings, and to what these want read with them."""
    for model in registry:
        if issubclass(model, SiteSettings):
            name = model._meta.get_field("site").remote_field.get_accessor_name()
            yield from (name, *(f"{name}__{other}" for other in model.select_related or ()))


def found(site: Site | None, model: type[Settings]) -> Settings:
    """The settings of a site, or a new object that holds the defaults."""
    name = model._meta.get_field("site").remote_field.get_accessor_name()
    kept = getattr(site, name, None) if site else None
    if kept is None:
        return model(site=site)
    kept.site = site
    return kept
