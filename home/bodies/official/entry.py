"""A municipality as the official list tells it."""

from dataclasses import dataclass, field
from datetime import date

from home.bodies.models import Municipality
from home.bodies.size import size_class

Status = Municipality.Status
STATES = frozenset(f"{number:02}" for number in range(1, 17))
# The digits of a regional key: state 2, region 1, county 2, association 4, municipality 3.
STATE, COUNTY = slice(0, 2), slice(0, 5)
ARS_LENGTH, AGS_LENGTH = 12, 8


@dataclass(frozen=True)
class Entry:
    """One row of the list, checked."""

    line: int
    ars: str
    official_name: str
    status: str
    ags: str = ""
    county: str = ""
    region: str = ""
    population: int | None = None
    successor: str = ""
    as_of: date | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The name without its title: `Pforzheim, Stadt` is Pforzheim."""
        return self.official_name.rpartition(", ")[0] or self.official_name

    @property
    def columns(self) -> dict[str, object]:
        """What our table keeps of it."""
        return {
            "name": self.name,
            "ars": self.ars,
            "ags": self.ags,
            "official_name": self.official_name,
            "status": self.status,
            "county": self.county,
            "region": self.region,
            "population": self.population,
            "size_class": size_class(self.population),
        }


def short_key(ars: str) -> str:
    """The AGS in an ARS: without the four digits of the association."""
    return ars[:5] + ars[9:]
