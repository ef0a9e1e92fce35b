"""Facets and chips for people: labels, counts, and the address of each choice."""

from django.utils.functional import Promise

from . import kinds
from .labels import FACET_LABELS, Labels, labels
from .query import SearchQuery
from .results import Chip, Facet, FacetValue

MOST_VALUES = 60


def facets(query: SearchQuery, counts: dict[str, dict[str, int]]) -> list[Facet]:
    """Each facet that has values, in the order of the page."""
    shown = {name: choices(query, name, counts.get(name, {})) for name in FACET_LABELS}
    words = labels(shown)
    return [
        Facet(name, label, values(query, name, shown[name], words[name], counts.get(name, {})))
        for name, label in FACET_LABELS.items()
    ]


def choices(query: SearchQuery, name: str, counts: dict[str, int]) -> list[str]:
    """What can be chosen of one facet: the chosen values first, then the most frequent."""
    chosen = getattr(query, name)
    return [*chosen, *[value for value in in_order(name, counts) if value not in chosen][:MOST_VALUES]]


def values(query: SearchQuery, name: str, shown: list[str], words: Labels, counts: dict[str, int]) -> list[FacetValue]:
    """The values that there is a word for."""
    return [value_of(query, name, value, words[value], counts.get(value, 0)) for value in shown if value in words]


def in_order(name: str, counts: dict[str, int]) -> list[str]:
    """Types as on the site, years from the newest, everything else by number."""
    if name == "typ":
        return [kind for kind in kinds.labels_by_kind() if kind in counts]
    if name == "jahr":
        return sorted(counts, reverse=True)
    return sorted(counts, key=lambda value: (-counts[value], value))


def value_of(query: SearchQuery, name: str, value: str, word: str | Promise, count: int) -> FacetValue:
    """One value, with the address that adds or drops it."""
    is_chosen = value in getattr(query, name)
    address = query.without_value(name, value) if is_chosen else query.with_value(name, value)
    return FacetValue(value, word, count, address, is_chosen)


def chips(query: SearchQuery, known: dict[str, Labels]) -> list[Chip]:
    """The filters in force, each value with the address without it."""
    return [
        Chip(FACET_LABELS[name], known[name][value], query.without_value(name, value))
        for name, values in query.chosen.items()
        for value in values
    ]
