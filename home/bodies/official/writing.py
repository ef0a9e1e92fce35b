"""Writes what a plan says, all of it in one transaction. Nobody is deleted, and no address changes."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from django.db import transaction
from wagtail.search.backends import get_search_backends

from home.bodies.models import Body, Municipality, PlaceName

from .entry import STATE, Entry
from .plan import Plan
from .slugs import slugs_for

AT_ONCE = 50
COLUMNS = [*Entry(0, "", "", "").columns, "valid_to", "successor"]


@transaction.atomic
def write(plan: Plan, as_of: date | None) -> None:
    """Brings the table in step with the list."""
    free_keys([town for town, _entry in plan.rekeyed + plan.renamed + plan.returned])
    add(plan.new, as_of)
    for town, entry in plan.renamed + plan.returned:
        rename(town, entry)
    update(plan.rekeyed + plan.changed)
    for town, target in plan.merged:
        end(town, as_of, Municipality.objects.get(ars=target.ars))
    for town in plan.gone:
        end(town, as_of)
    if not plan.is_empty:
        PlaceName.weigh()


def free_keys(towns: list[Municipality]) -> None:
    """Keys may move round in a circle; for a moment nobody has one of them."""
    for town in towns:
        Municipality.objects.filter(pk=town.pk).update(ars=f"~{town.pk}")


def add(entries: list[Entry], as_of: date | None) -> None:
    """New ones, in bulk. A state that comes for the first time has no beginning that we know."""
    if not entries:
        return
    known = set(Municipality.objects.filter(is_demo=False).values_list("ars", flat=True))
    old_states = {key[STATE] for key in known}
    slugs = slugs_for(entries)
    parents = Body.objects.bulk_create(Body(name=entry.name, kind=Body.Kind.MUNICIPALITY) for entry in entries)
    towns = [
        Municipality(
            pk=parent.pk,
            body_ptr=parent,
            kind=parent.kind,
            slug=slugs[entry.ars],
            valid_from=(entry.as_of or as_of) if entry.ars[STATE] in old_states else None,
            **entry.columns,
        )
        for parent, entry in zip(parents, entries, strict=True)
    ]
    fields = Municipality._meta.local_concrete_fields
    for some in batches(towns):
        # Django refuses bulk_create for a table with a parent table; the parent's rows are there already.
        Municipality._base_manager._insert(some, fields=fields, using=parents[0]._state.db)
    PlaceName.objects.bulk_create(row for town in towns for row in PlaceName.present(town.pk, town.name))
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Municipality, towns)


def rename(town: Municipality, entry: Entry) -> None:
    """The new name in the place of the old one, which is still found."""
    former = town.name
    taken_over(town, entry).save()
    if former != town.name:
        PlaceName.objects.bulk_create([PlaceName.former_name(town.pk, former)], ignore_conflicts=True)


def update(pairs: list[tuple[Municipality, Entry]]) -> None:
    """Everything but names, in bulk."""
    columns = [name for name in COLUMNS if name != "name"]
    for some in batches([taken_over(town, entry) for town, entry in pairs]):
        Municipality.objects.bulk_update(some, columns)


def taken_over(town: Municipality, entry: Entry) -> Municipality:
    """Ours, as the list says."""
    for name, value in entry.columns.items():
        setattr(town, name, value)
    town.valid_to = town.successor = None
    return town


def end(town: Municipality, as_of: date | None, successor: Municipality | None = None) -> None:
    """Not in the list any more; what belongs to it leads on to its successor."""
    columns = {"valid_to": town.valid_to or as_of, "successor": successor}
    Municipality.objects.filter(pk=town.pk).update(**columns)
    if successor:
        # The way to the one in force is always one step long.
        Municipality.objects.filter(successor=town).update(successor=successor)
        PlaceName.objects.bulk_create([PlaceName.former_name(successor.pk, town.name)], ignore_conflicts=True)


def batches(towns: Iterable[Municipality]) -> Iterable[list[Municipality]]:
    """Some at a time: databases limit how many values a statement has."""
    rest = iter(towns)
    while some := list(islice(rest, AT_ONCE)):
        yield some
