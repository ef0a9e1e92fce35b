"""What can be searched for: the kinds that page types name themselves, and what is no page."""

from collections import defaultdict
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.models import get_page_models

from home.listing import registry
from home.page.models import BasePage

from . import sources

ORDINARY = BasePage.kind


@cache
def page_types() -> dict[str, list[type[BasePage]]]:
    """The page types of each kind; ordinary pages come last."""
    types = defaultdict(list)
    for model in get_page_models():
        types[model.kind].append(model)
    types[ORDINARY] = types.pop(ORDINARY)
    return dict(types)


@cache
def topmost(kind: str) -> list[type[BasePage]]:
    """The page types of a kind that lie below no other of it; those below belong to the page above."""
    types = page_types().get(kind, [])
    return [model for model in types if not set(model.allowed_parent_page_models()) & set(types)]


def label(kind: str) -> str | Promise:
    """The word for pages of a kind: that of its list, if it has one."""
    if kind == ORDINARY:
        return gettext_lazy("Other pages")
    if kind in sources.BY_KIND:
        return sources.BY_KIND[kind].label_of_many
    listing = registry.listing_of(kind)
    return listing.label if listing else page_types()[kind][0].kind_label


def label_of_one(kind: str) -> str | Promise:
    """The word for a single one."""
    if kind == ORDINARY:
        return gettext_lazy("Page")
    return sources.BY_KIND[kind].label if kind in sources.BY_KIND else page_types()[kind][0].kind_label


def labels_by_kind() -> dict[str, str | Promise]:
    """Every kind with its word for many."""
    return {kind: label(kind) for kind in (*page_types(), *sources.BY_KIND)}


def labels() -> list[tuple[str, str | Promise]]:
    """Every kind with its word for many, in order."""
    return list(labels_by_kind().items())
