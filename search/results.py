"""An answer of the search: hits, facets and how they were found."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.paginator import Page
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .query import SearchQuery

# So many values of a filter are at hand; a few more are not worth folding away.
AT_HAND, FEW_MORE = 8, 2


@dataclass(frozen=True)
class Hit:
    """One page that was found."""

    title: str
    url: str
    kind: str
    kind_label: str | Promise
    date: datetime | None
    # Escaped; the words found are in <mark>.
    excerpt: SafeString
    # Of the page; minus the key of a file.
    key: int = 0

    def as_json(self) -> dict:
        """The hit as the contract names it."""
        date = self.date and self.date.isoformat()
        return {"url": self.url, "title": self.title, "type": self.kind, "date": date, "excerpt": str(self.excerpt)}


@dataclass(frozen=True)
class FacetValue:
    """A value to filter by, how many pages have it, and the address with it chosen or dropped."""

    value: str
    label: str | Promise
    count: int
    address: str
    is_chosen: bool = False

    def as_json(self) -> dict:
        """The value as the contract names it."""
        return {"value": self.value, "label": str(self.label), "count": self.count}


@dataclass(frozen=True)
class Facet:
    """The values of one filter."""

    name: str
    label: str | Promise
    values: list[FacetValue]

    @property
    def shown(self) -> list[FacetValue]:
        """The values at hand: all that are chosen, and the first of the others."""
        chosen = sum(value.is_chosen for value in self.values)
        return self.values[: max(AT_HAND, chosen)] if len(self.values) > AT_HAND + FEW_MORE else self.values

    @property
    def folded(self) -> list[FacetValue]:
        """The rest of a long filter."""
        return self.values[len(self.shown) :]


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the address without it."""

    label: str | Promise
    value: str | Promise
    address: str


@dataclass(frozen=True)
class ResultPage:
    """One page of hits and everything around it."""

    query: SearchQuery
    engine: str
    took_ms: int
    total: int = 0
    page: Page | None = None
    hits: list[Hit] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    suggestion: str | None = None
    # "relevance" or "date".
    order: str = "relevance"
    # Some hits hold only some of the words.
    is_relaxed: bool = False
    # There was only one word: some hits hold a part of it.
    is_partial: bool = False
    # No hit holds all of the words.
    is_loose: bool = False
    # The engine that should answer is away.
    is_fallback: bool = False
    took_too_long: bool = False
    # Nothing answers at all.
    is_broken: bool = False

    @property
    def status(self) -> int:
        """503 while nothing answers, or not in time, so that programs try again later."""
        return 503 if self.took_too_long or self.is_broken else 200

    @property
    def can_be_narrowed(self) -> bool:
        """Whether there is any filter to choose or drop."""
        return any(facet.values for facet in self.facets)

    @property
    def address_without_filters(self) -> str:
        """The same words, everything else dropped."""
        return self.query.address(**dict.fromkeys(self.query.chosen, ()))

    @property
    def suggestion_address(self) -> str:
        """The question as it is probably meant."""
        return self.query.address(text=self.suggestion or "")

    @property
    def sortings(self) -> list[tuple[str, str, bool]]:
        """The orders there are: label, address, whether it is the present one."""
        labels = {"relevance": _("By relevance"), "date": _("Newest first")}
        return [(label, self.query.address(sort=order), order == self.query.sort) for order, label in labels.items()]

    def as_json(self) -> dict:
        """The answer as the contract names it."""
        return {
            "query": self.query.text,
            "total": self.total,
            "took_ms": self.took_ms,
            "engine": self.engine,
            "results": [hit.as_json() for hit in self.hits],
            "facets": {facet.name: [value.as_json() for value in facet.values] for facet in self.facets},
            "suggestion": self.suggestion,
        }
