"""What an index knows of a page or a file: its text, its facets and its date."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cached_property

# The facets in the order of the address and the page.
FACETS = ("typ", "thema", "programm", "kommune", "kreis", "jahr")
# Text beyond this is not searched: about a hundred pages of paper.
LONGEST_BODY = 200_000


@dataclass(frozen=True)
class SearchDoc:
    """A public document: a live page without restriction (its own key), or a file it links to (minus its own key).

    Facet values are the public ones of the address (`?thema=`): slugs, kinds and years. Labels are not indexed.
    """

    key: int
    kind: str
    title: str
    lead: str = ""
    body: str = ""
    # Address path on the site, e.g. /aktuelles/fest/.
    url: str = ""
    date: datetime | None = None
    subjects: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    locale: str = "de"
    # Names of subjects, programmes, municipalities and places: searched like the lead.
    names: tuple[str, ...] = field(default=())
    # Its month and year in words: searched like the body, never shown.
    period: str = ""
    # Which publication the texts are of: an excerpt is shown only while that is the present one.
    written: str = ""

    @property
    def year(self) -> str:
        """The year of its date."""
        return str(self.date.year) if self.date else ""

    @property
    def facets(self) -> dict[str, tuple[str, ...]]:
        """Facet name -> values."""
        values = {
            "typ": (self.kind,),
            "thema": self.subjects,
            "programm": self.programs,
            "kommune": self.municipalities,
            "kreis": self.counties,
            "jahr": (self.year,) if self.date else (),
        }
        return {name: found for name, found in values.items() if found}

    @cached_property
    def digest(self) -> str:
        """Differs when anything of the document differs."""
        return hashlib.sha256(json.dumps(asdict(self), default=str, sort_keys=True).encode()).hexdigest()[:24]
