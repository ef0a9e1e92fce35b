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
    places: int

    @property
    def in_words(self) -> str:
        """The number, without places that say nothing, and its unit."""
        whole = self.number == self.number.to_integral_value()
        number = number_format(
            self.number if whole else self.number.normalize(), 0 if whole else None, force_grouping=True
        )
        return f"{number} {self.unit}".strip()


def totals_of(studies: QuerySet) -> list[Total]:
    """What these case studies count, the widest shared first; added up by the database, however many they are."""
    rows = apps.get_model("programs.CaseStudyFigure").objects.filter(page__in=studies.order_by().values("pk"))
    counts = {"studies": Count("page", distinct=True), "places": Count("page__municipality", distinct=True)}
    rows = rows.order_by().values("label", "unit").annotate(total=Sum("number"), **counts)
    return added(Total(number=row.pop("total"), **row) for row in rows)


def totals_in(studies: Iterable[Any]) -> list[Total]:
    """The same of case studies at hand, each once for every figure it has."""
    found: dict[tuple[str, str], list[Any]] = {}
    for study in studies:
        found.setdefault((study.figure_label, study.figure_unit), []).append(study)
    return added(
        Total(
            sum((study.figure_number for study in counted), Decimal(0)),
            unit,
            label,
            len({study.pk for study in counted}),
            len({study.municipality_id for study in counted}),
        )
        for (label, unit), counted in found.items()
    )


def added(parts: Iterable[Total]) -> list[Total]:
    """Labels that differ only in capitals and spaces count the same thing. What several studies count comes alone:
    a figure of one of them is no result of all."""
    found: dict[tuple[str, str], Total] = {}
    for part in parts:
        key = (folded(part.label), folded(part.unit))
        if any(word in text for text in key for word in NOT_ADDED):
            continue
        found[key] = together(found[key], part) if key in found else part
    shared = [total for total in found.values() if total.studies > 1] or found.values()
    return sorted(shared, key=lambda total: (-total.studies, -total.number, total.label))[:MOST]


def together(known: Total, part: Total) -> Total:
    """Two totals of the same thing."""
    studies, places = known.studies + part.studies, known.places + part.places
    return Total(known.number + part.number, known.unit, known.label, studies, places)


def folded(text: str) -> str:
    """For comparing."""
    return " ".join(text.casefold().split())
