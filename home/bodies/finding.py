"""Finds municipalities by the beginning of any word of their names, while somebody types."""

from dataclasses import dataclass

from django.db.models import BooleanField, Case, QuerySet, Value, When

from . import prefix  # noqa: F401 (registers the lookup)
from .folding import folded
from .models import Municipality, PlaceName

AT_MOST, LONGEST = 10, 80
# A municipality can be found by several words of its name; so many rows hold enough different ones.
ROWS_FOR_ONE = 4


@dataclass(frozen=True)
class Found:
    """A municipality, and the former name by which it was found, if it was."""

    municipality: Municipality
    former_name: str = ""

    def as_json(self) -> dict[str, object]:
        """For the script in the page."""
        town = self.municipality
        return {
            "id": town.pk,
            "ars": town.ars,
            "name": town.name,
            "label": str(town),
            "kind": town.get_status_display(),
            "former": self.former_name,
            "url": town.get_absolute_url(),
        }


def matching(text: str) -> QuerySet[PlaceName]:
    """The names that begin so, best first: the whole name, the name's beginning, a word within, a former name."""
    wanted = folded(text[:LONGEST])
    if not wanted:
        return PlaceName.objects.none()
    whole = Case(When(folded=wanted, then=Value(False)), default=Value(True), output_field=BooleanField())
    names = PlaceName.objects.filter(folded__starts=wanted, weight__isnull=False)
    return names.order_by(whole, "rank", "-weight", "folded", "municipality_id")


def find(text: str, limit: int = AT_MOST) -> list[Found]:
    """The first municipalities for what was typed so far. One query, and only the first are looked up."""
    found: dict[int, Found] = {}
    names = matching(text)
    first = names.values("pk")[: limit * ROWS_FOR_ONE]
    for row in PlaceName.objects.filter(pk__in=first).order_by(*names.query.order_by).select_related("municipality"):
        found.setdefault(row.municipality_id, Found(row.municipality, row.former))
    return list(found.values())[:limit]
