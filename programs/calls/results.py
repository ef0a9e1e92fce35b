"""Results of a programme: the figures of its case studies, added up where adding makes sense."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Count, QuerySet, Sum
from django.utils.formats import number_format

# Shares and averages cannot be added.
NOT_ADDED = ("%", "prozent", "anteil", "quote", "durchschnitt", "mittelwert", "median")
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
    """What these case studies count, the widest shared first; added up by the database, however many they are."""
    rows = apps.get_model("programs.CaseStudyFigure").objects.filter(page__in=studies.order_by().values("pk"))
    rows = rows.order_by().values("label", "unit").annotate(total=Sum("number"), studies=Count("page", distinct=True))
    return added(Total(row["total"], row["unit"], row["label"], row["studies"]) for row in rows)


def totals_in(studies: Iterable[Any]) -> list[Total]:
    """The same of case studies at hand, each once for every figure it has."""
    found: dict[tuple[str, str, int], Decimal] = {}
    for study in studies:
        key = (study.figure_label, study.figure_unit, study.pk)
        found[key] = found.get(key, Decimal(0)) + study.figure_number
    return added(Total(number, unit, label, 1) for (label, unit, _study), number in found.items())


def added(parts: Iterable[Total]) -> list[Total]:
    """Labels that differ only in capitals and spaces count the same thing."""
    found: dict[tuple[str, str], Total] = {}
    for part in parts:
        key = (folded(part.label), folded(part.unit))
        if any(word in text for text in key for word in NOT_ADDED):
            continue
        known = found.get(key, Total(Decimal(0), part.unit, part.label, 0))
        found[key] = Total(known.number + part.number, known.unit, known.label, known.studies + part.studies)
    return sorted(found.values(), key=lambda total: (-total.studies, -total.number, total.label))[:MOST]


def folded(text: str) -> str:
    """For comparing."""
    return " ".join(text.casefold().split())
