"""Results of a programme: the figures of its case studies, added up where adding makes sense."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Count, QuerySet, Sum
from django.utils.formats import number_format

# Shares and averages cannot be added.
NOT_ADDED = ("%", "prozent", "anteil", "quote", "durchschnitt", "mittel", "median")
MOST = 6


@dataclass(frozen=True)
class Total:
    """One figure over several case studies."""

    number: Decimal
    unit: str
    label: str
    studies: int

    @property
    def in_words(self) -> str:
        """The number, without decimals where there are none, and its unit."""
        whole = self.number == self.number.to_integral_value()
        number = number_format(self.number, decimal_pos=0 if whole else 2, force_grouping=True)
        return f"{number} {self.unit}".strip()


def totals_of(studies: QuerySet) -> list[Total]:
    """What these case studies count, the widest shared first."""
    rows = apps.get_model("programs.CaseStudyFigure").objects.filter(page__in=studies.order_by().values("pk"))
    rows = rows.order_by().values("label", "unit").annotate(total=Sum("number"), studies=Count("page", distinct=True))
    return sorted(added(rows), key=lambda total: (-total.studies, -total.number, total.label))[:MOST]


def added(rows: Iterable[dict[str, Any]]) -> list[Total]:
    """Labels that differ only in capitals and spaces count the same thing."""
    found: dict[tuple[str, str], Total] = {}
    for row in rows:
        key = (folded(row["label"]), folded(row["unit"]))
        if any(word in part for part in key for word in NOT_ADDED):
            continue
        known = found.get(key, Total(Decimal(0), row["unit"], row["label"], 0))
        found[key] = Total(known.number + row["total"], known.unit, known.label, known.studies + row["studies"])
    return list(found.values())


def folded(text: str) -> str:
    """For comparing."""
    return " ".join(text.casefold().split())
