"""How many of the pages found are of which type, subject and year: two questions, whatever the number of hits.

The counts of a facet ignore its own choice, so that readers see what else there is.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from . import kinds
from .filters import LABELS, Filter, all_but
from .query import SearchQuery
from .results import Chip, Facet, FacetValue

MOST_VALUES = 12


@dataclass(frozen=True)
class Counts:
    """Numbers of pages: in all, by type, by year, and by subject."""

    total: int
    kinds: Counter
    years: Counter
    subjects: Counter


def counts(pages: QuerySet, filters: dict[str, Filter]) -> Counts:
    """Counts the pages that match, before and after each filter."""
    names = kinds.kinds_by_content_type()
    rows = pages.filter(all_but(filters, "typ", "jahr")).annotate(year=ExtractYear("display_date")).order_by()
    total, by_kind, by_year = 0, Counter(), Counter()
    for content_type, in_year, count in rows.values_list("content_type", "year").annotate(count=Count("pk")):
        kind, year = names.get(content_type, kinds.ORDINARY), str(in_year or "")
        fits_kind, fits_year = passes(filters, "typ", kind), passes(filters, "jahr", year)
        by_kind[kind] += count * fits_year
        by_year[year] += count * fits_kind
        total += count * fits_kind * fits_year
    del by_year[""]
    return Counts(total, by_kind, by_year, subject_counts(pages.filter(all_but(filters, "thema"))))


def passes(filters: dict[str, Filter], name: str, value: str) -> bool:
    """Whether a value is the chosen one, or none is chosen."""
    return name not in filters or filters[name].value == value


def subject_counts(pages: QuerySet) -> Counter:
    """Number of pages by address part and name of the subject."""
    rows = pages.filter(subjects__isnull=False).order_by().values_list("subjects__slug", "subjects__name")
    return Counter({(slug, name): count for slug, name, count in rows.annotate(count=Count("pk"))})


def facets(query: SearchQuery, found: Counts, filters: dict[str, Filter]) -> list[Facet]:
    """The facets with links, each value that has pages, and always the chosen one."""
    in_order = [(kind, kinds.label(kind), found.kinds[kind]) for kind in kinds.page_types()]
    subjects = [(slug, name, count) for (slug, name), count in found.subjects.most_common()]
    years = [(year, year, found.years[year]) for year in sorted(found.years, reverse=True)]
    values = {"typ": in_order, "thema": subjects, "jahr": years}
    return [Facet(name, LABELS[name], facet_values(query, name, values[name], filters)) for name in values]


def facet_values(query: SearchQuery, name: str, rows: list[tuple], filters: dict[str, Filter]) -> list[FacetValue]:
    """The values of one facet; the chosen one first."""
    chosen = filters.get(name)
    others = [row for row in rows if row[2] and not (chosen and row[0] == chosen.value)][:MOST_VALUES]
    values = [FacetValue(*row, address=query.address(**{name: row[0]})) for row in others]
    if chosen:
        count = next((row[2] for row in rows if row[0] == chosen.value), 0)
        address = query.address(**{name: ""})
        values.insert(0, FacetValue(chosen.value, chosen.label, count, address, is_chosen=True))
    return values


def chips(query: SearchQuery, filters: dict[str, Filter]) -> list[Chip]:
    """The filters in force, each with the address without it."""
    return [Chip(LABELS[name], found.label, query.address(**{name: ""})) for name, found in filters.items()]
