"""All settings of a site in one query, once a request, however many apps bring some."""

from collections.abc import Iterator
from typing import Self, TypeVar

from django.http import HttpRequest
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.models import Site


class SiteSettings(BaseSiteSetting):
    """Settings that are read together; defaults where nobody has set anything."""

    class Meta:
        abstract = True

    @classmethod
    def for_request(cls, request: HttpRequest | None) -> Self:
        """The settings of this request's site; without a request those of the default site."""
        if request is None:
            return found(Site.objects.filter(is_default_site=True).first(), cls)
        if not hasattr(request, "site_with_settings"):
            request.site_with_settings = with_settings(Site.find_for_request(request))
        return found(request.site_with_settings, cls)


Settings = TypeVar("Settings", bound=SiteSettings)


def with_settings(site: Site | None) -> Site | None:
    """The site again, with all settings joined."""
    return site and Site.objects.select_related(*relations()).get(pk=site.pk)


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
