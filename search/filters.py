"""The filters of a question, checked against what there is. Unknown values are a 404 with a sentence."""

from dataclasses import dataclass
from typing import NoReturn

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.bodies.models import Municipality
from home.page.models import BasePage, Subject
from home.page.refusals import NothingThere

from . import kinds, relations
from .query import SearchQuery

LABELS = {
    "typ": gettext_lazy("Type"),
    "thema": gettext_lazy("Subject"),
    "programm": gettext_lazy("Programme"),
    "kommune": gettext_lazy("Municipality"),
    "jahr": gettext_lazy("Year"),
}


@dataclass(frozen=True)
class Filter:
    """A filter in force: its value, the value's label, and which pages pass."""

    value: str
    label: str | Promise
    condition: Q


def filters_of(query: SearchQuery) -> dict[str, Filter]:
    """The filters in force by name."""
    make = {"typ": by_type, "thema": by_subject, "programm": by_programme, "kommune": by_municipality, "jahr": by_year}
    return {name: make[name](value) for name, value in query.chosen.items()}


def all_but(filters: dict[str, Filter], *names: str) -> Q:
    """The conditions of all filters except these."""
    return Q(*(found.condition for name, found in filters.items() if name not in names))


def by_type(value: str) -> Filter:
    """Pages of a kind."""
    return Filter(value, kinds.label(value), Q(content_type__in=kinds.content_types(value)))


def by_subject(value: str) -> Filter:
    """Pages about a subject."""
    subject = Subject.objects.filter(slug=value).first()
    if not subject:
        refuse(_("There is no subject “%(value)s”."), value)
    return Filter(value, subject.name, Q(subjects=subject))


def by_programme(value: str) -> Filter:
    """A programme and what belongs to it."""
    types = kinds.content_types(relations.PROGRAMME)
    programme = BasePage.objects.readable().filter(content_type__in=types, slug=value).first()
    if not programme:
        refuse(_("There is no programme “%(value)s”."), value)
    return Filter(value, programme.title, relations.of_programme(programme))


def by_municipality(value: str) -> Filter:
    """Pages that a municipality takes part in."""
    municipality = Municipality.objects.filter(slug=value).first()
    if not municipality:
        refuse(_("There is no municipality “%(value)s”."), value)
    return Filter(value, municipality.name, relations.of_municipality(municipality))


def by_year(value: str) -> Filter:
    """Pages of a year."""
    return Filter(value, value, Q(display_date__year=int(value)))


def refuse(sentence: str, value: str) -> NoReturn:
    """A 404 that says what there is not."""
    raise NothingThere(sentence % {"value": value[:40]})
