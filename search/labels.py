"""Words for the values of facets, from the terms as they are now. Unknown chosen values are a 404 with a sentence."""

from collections.abc import Callable, Iterable
from typing import NoReturn

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.bodies.models import Municipality
from home.listing import relations
from home.page.models import BasePage, Subject
from home.page.refusals import NothingThere

from . import kinds
from .query import SearchQuery

FACET_LABELS = {
    "typ": gettext_lazy("Type"),
    "thema": gettext_lazy("Subject"),
    "programm": gettext_lazy("Programme"),
    "kommune": gettext_lazy("Municipality"),
    "kreis": gettext_lazy("County"),
    "jahr": gettext_lazy("Year"),
}
Labels = dict[str, str | Promise]


def subjects(slugs: Iterable[str]) -> Labels:
    """Names of subjects."""
    return dict(Subject.objects.filter(slug__in=slugs).values_list("slug", "name"))


def programs(slugs: Iterable[str]) -> Labels:
    """Titles of readable programmes."""
    types = kinds.topmost(relations.PROGRAMME)
    pages = BasePage.objects.readable().type(*types) if types else BasePage.objects.none()
    return dict(pages.filter(slug__in=slugs).values_list("slug", "title"))


def municipalities(slugs: Iterable[str]) -> Labels:
    """Names of municipalities."""
    return dict(Municipality.objects.filter(slug__in=slugs).values_list("slug", "name"))


def counties(slugs: Iterable[str]) -> Labels:
    """Names of counties."""
    wanted = set(slugs)
    names = Municipality.objects.exclude(county="").order_by("county").values_list("county", flat=True).distinct()
    return {slug: name for name in names if (slug := slugify(name)) in wanted}


def itself(values: Iterable[str]) -> Labels:
    """A year is its own name."""
    return {value: value for value in values}


SOURCES: dict[str, Callable[[Iterable[str]], Labels]] = {
    "typ": lambda values: {value: kinds.label(value) for value in values},
    "thema": subjects,
    "programm": programs,
    "kommune": municipalities,
    "kreis": counties,
    "jahr": itself,
}


def labels(name: str, values: Iterable[str]) -> Labels:
    """Words for values of a facet; values that are gone are missing."""
    wanted = list(values)
    return SOURCES[name](wanted) if wanted else {}


def require_known(query: SearchQuery) -> dict[str, Labels]:
    """The words for what is chosen; refuses what there is not."""
    sentences = {
        "thema": _("There is no subject “%(value)s”."),
        "programm": _("There is no programme “%(value)s”."),
        "kommune": _("There is no municipality “%(value)s”."),
        "kreis": _("There is no county “%(value)s”."),
    }
    found = {name: labels(name, values) for name, values in query.chosen.items()}
    for name, values in query.chosen.items():
        for value in values:
            if value not in found[name]:
                refuse(sentences[name], value)
    return found


def refuse(sentence: str, value: str) -> NoReturn:
    """A 404 that says what there is not."""
    raise NothingThere(sentence % {"value": value[:40]})
