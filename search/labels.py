"""Words for the values of facets, from the terms as they are now. Unknown chosen values are a 404 with a sentence."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NoReturn

from django.db.models import CharField, QuerySet, Value
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


def subjects(slugs: Iterable[str]) -> QuerySet:
    """Names of subjects."""
    return Subject.objects.filter(slug__in=slugs).values_list("slug", "name")


def programs(slugs: Iterable[str]) -> QuerySet:
    """Titles of readable programmes."""
    types = kinds.topmost(relations.PROGRAMME)
    pages = BasePage.objects.readable().type(*types) if types else BasePage.objects.none()
    return pages.filter(slug__in=slugs).values_list("slug", "title")


def municipalities(slugs: Iterable[str]) -> QuerySet:
    """Names of municipalities."""
    return Municipality.objects.filter(slug__in=slugs).values_list("slug", "name")


def counties(_slugs: Iterable[str]) -> QuerySet:
    """Names of all counties: these have no slugs in the database."""
    return Municipality.objects.exclude(county="").distinct().values_list("county", "county")


NAMED: dict[str, Callable[[Iterable[str]], QuerySet]] = {
    "thema": subjects,
    "programm": programs,
    "kommune": municipalities,
    "kreis": counties,
}


def labels(wanted: Mapping[str, Collection[str]]) -> dict[str, Labels]:
    """Words for values of facets, all in one look at the database; values that are gone are missing."""
    found: dict[str, Labels] = {name: {} for name in wanted}
    for name, slug, label in sorted(named(wanted)):
        value = slugify(slug) if name == "kreis" else slug
        if value in wanted[name]:
            found[name][value] = label
    types, years = wanted.get("typ", ()), wanted.get("jahr", ())
    return found | {"typ": {value: kinds.label(value) for value in types}, "jahr": {year: year for year in years}}


def named(wanted: Mapping[str, Collection[str]]) -> Iterable[tuple[str, str, str]]:
    """Facet, value and word for what terms and pages are called."""
    asked = [
        NAMED[name](values).order_by().annotate(facet=Value(name, CharField()))
        for name, values in wanted.items()
        if name in NAMED and values
    ]
    rows = asked[0].union(*asked[1:], all=True) if asked else ()
    return ((name, slug, label) for slug, label, name in rows)


def require_known(query: SearchQuery) -> dict[str, Labels]:
    """The words for what is chosen; refuses what there is not."""
    sentences = {
        "thema": _("There is no subject “%(value)s”."),
        "programm": _("There is no programme “%(value)s”."),
        "kommune": _("There is no municipality “%(value)s”."),
        "kreis": _("There is no county “%(value)s”."),
    }
    found = labels(query.chosen)
    for name, values in query.chosen.items():
        for value in values:
            if value not in found[name]:
                refuse(sentences[name], value)
    return found


def refuse(sentence: str, value: str) -> NoReturn:
    """A 404 that says what there is not."""
    raise NothingThere(sentence % {"value": value[:40]})
