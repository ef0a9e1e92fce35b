"""What an import does, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .entry import Entry
from .plan import Plan

SHOWN = 10


def report(plan: Plan) -> Iterator[str]:
    """A line for each kind of change, with the first names."""
    kinds = [
        (_("New"), [labelled(entry) for entry in plan.new]),
        (_("Renamed"), [f"{town.name} → {labelled(entry)}" for town, entry in plan.renamed]),
        (_("New key"), [f"{town.name} {town.ars} → {entry.ars}" for town, entry in plan.rekeyed]),
        (_("Changed otherwise"), [labelled(entry) for _town, entry in plan.changed]),
        (_("In the list again"), [labelled(entry) for _town, entry in plan.returned]),
        (_("Merged"), [f"{town.name} → {labelled(target)}" for town, target in plan.merged]),
        (_("Gone, without a known successor"), [f"{town} {town.ars}" for town in plan.gone]),
    ]
    for label, found in kinds:
        yield f"{label}: {len(found)}{listed(found)}"
    yield _("Unchanged: %(number)d") % {"number": plan.unchanged}


def labelled(entry: Entry) -> str:
    """Name and county, for some names occur many times."""
    return f"{entry.name} ({entry.county})" if entry.county else entry.name


def listed(found: list[str]) -> str:
    """The first of them."""
    if not found:
        return ""
    rest = len(found) - SHOWN
    more = [_("… and %(number)d more.") % {"number": rest}] if rest > 0 else []
    return " – " + "; ".join([*found[:SHOWN], *more])
