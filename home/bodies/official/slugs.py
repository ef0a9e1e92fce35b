"""Address parts for new municipalities. Those that share a name carry their county; an address is never changed."""

import re
from collections import Counter
from collections.abc import Iterator

from home.bodies.folding import address_part
from home.bodies.models import Municipality

from .entry import Entry, Status

LONGEST = 90
IN_FRONT = re.compile(r"^(?:land)?kreis-")


def slugs_for(entries: list[Entry]) -> dict[str, str]:
    """An address part for each, by its key."""
    taken = set(Municipality.objects.values_list("slug", flat=True))
    shared = Counter(plain(entry) for entry in entries if entry.status != Status.ASSOCIATION)
    found = {}
    for entry in sorted(entries, key=lambda entry: entry.status == Status.ASSOCIATION):
        found[entry.ars] = next(slug for slug in candidates(entry, shared) if slug not in taken)
        taken.add(found[entry.ars])
    return found


def candidates(entry: Entry, shared: Counter) -> Iterator[str]:
    """The name alone, the name with the county, and last the key, which nobody else has."""
    name, county = plain(entry), IN_FRONT.sub("", address_part(entry.county))
    if shared[name] < 2 or entry.status in (Status.CITY, Status.COUNTY):  # noqa: PLR2004
        yield name
    if entry.status == Status.ASSOCIATION:
        yield f"{name}-verband"
    if county:
        yield f"{name}-{county}"[:LONGEST]
    yield f"{name}-{entry.ars}"


def plain(entry: Entry) -> str:
    """The name as an address part."""
    return address_part(entry.name)[:LONGEST] or "kommune"
