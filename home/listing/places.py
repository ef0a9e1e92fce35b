"""Where content enrols what it has about a municipality, so that the municipality's page need not know it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from home.bodies.models import Municipality


@dataclass(frozen=True)
class Shelf:
    """A kind of page about municipalities."""

    # The kind of these pages in the search.
    key: str
    label: str | Promise
    # The readable pages about these municipalities, best first.
    find: Callable[[QuerySet[Municipality]], QuerySet]
    # The keys of all municipalities that there are readable pages about.
    towns: Callable[[], QuerySet]
    order: int = 100


_shelves: dict[str, Shelf] = {}


def enrol_shelf(shelf: Shelf) -> None:
    """Called once for each kind by its app when it is ready."""
    _shelves[shelf.key] = shelf


def shelves() -> list[Shelf]:
    """All kinds, in their order."""
    return sorted(_shelves.values(), key=lambda shelf: shelf.order)


def with_content() -> QuerySet[Municipality]:
    """The municipalities in force that there is something about."""
    named = reduce(or_, (Q(pk__in=shelf.towns()) for shelf in shelves()), Q(pk__in=[]))
    return Municipality.objects.filter(named, valid_to=None)


def territory(town: Municipality) -> QuerySet[Municipality]:
    """The municipality with those that it came from; a county with all that lies in it."""
    own = Q(pk=town.pk) | Q(successor=town)
    if town.status == Municipality.Status.COUNTY:
        own |= Q(ars__startswith=town.county_key)
    return Municipality.objects.filter(own)
