"""What can be searched for: the kinds that page types name themselves, without knowing the types."""

from collections import defaultdict
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.models import get_page_models

from home.listing import registry
from home.page.models import BasePage

ORDINARY = BasePage.kind


@cache
def page_types() -> dict[str, list[type[BasePage]]]:
    """The page types of each kind; ordinary pages come last."""
    types = defaultdict(list)
    for model in get_page_models():
        types[model.kind].append(model)
    types[ORDINARY] = types.pop(ORDINARY)
    return dict(types)


def label(kind: str) -> str | Promise:
    """The word for pages of a kind: that of its list, if it has one."""
    if kind == ORDINARY:
        return gettext_lazy("Other pages")
    listing = registry.listing_of(kind)
    return listing.label if listing else page_types()[kind][0].kind_label


def labels() -> list[tuple[str, str | Promise]]:
    """Every kind with its word for many."""
    return [(kind, label(kind)) for kind in page_types()]


def content_types(kind: str) -> list[ContentType]:
    """How the database names the page types of a kind."""
    return list(ContentType.objects.get_for_models(*page_types()[kind]).values())


def kinds_by_content_type() -> dict[int, str]:
    """The kind of each content type key."""
    return {found.pk: kind for kind in page_types() for found in content_types(kind)}
