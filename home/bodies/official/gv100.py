"""GV100AD, the official list as the Federal Statistical Office publishes it: fixed width, one record a line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from home.importing.bad_file import BadLine

from .entry import AGS_LENGTH, COUNTY, STATE, STATES, Entry, Status, short_key
from .marks import NO_ASSOCIATION, TEXT_MARKS, county_in_words, region_in_words

STATE_RECORD, REGION_RECORD, PLANNING_RECORD, COUNTY_RECORD, ASSOCIATION_RECORD, MUNICIPALITY_RECORD = (
    "10", "20", "30", "40", "50", "60",
)  # fmt: skip
# How long a record must be to hold what we read of it.
SHORTEST = {"10": 23, "20": 23, "30": 23, "40": 124, "50": 124, "60": 150}
KEY, ASSOCIATION, NAME = slice(10, 18), slice(18, 22), slice(22, 72)
AS_OF, MARK, POPULATION = slice(2, 10), slice(122, 124), slice(139, 150)


def is_gv100(lines: list[str]) -> bool:
    """Whether the first record looks like one."""
    first = next((line for line in lines if line.strip()), "")
    return first[:10].isdigit() and first[:2] in SHORTEST


class Gv100:
    """Reads record by record; larger units come before what lies in them."""

    def __init__(self) -> None:
        self.states: set[str] = set()
        self.regions: dict[str, str] = {}
        self.counties: dict[str, str] = {}

    def read(self, number: int, line: str) -> Iterator[Entry]:
        """The entry of this line, if there is one; BadLine if anything is wrong with it."""
        kind = line[:2]
        if kind not in SHORTEST:
            raise BadLine(_("“%(kind)s” is no kind of record of GV100AD.") % {"kind": kind})
        if len(line) < SHORTEST[kind]:
            raise BadLine(
                _("The line is cut off after %(length)d characters; a record %(kind)s has at least %(least)d.")
                % {"length": len(line), "kind": kind, "least": SHORTEST[kind]}
            )
        name, as_of = line[NAME].strip(), moment(line[AS_OF])
        if not name:
            raise BadLine(_("There is no name in this line."))
        entry = {
            STATE_RECORD: self.state,
            REGION_RECORD: self.region,
            PLANNING_RECORD: lambda *_args: None,
            COUNTY_RECORD: self.county,
            ASSOCIATION_RECORD: self.association,
            MUNICIPALITY_RECORD: self.municipality,
        }[kind](number, line, name)
        if entry:
            yield replace(entry, as_of=as_of)

    def state(self, _number: int, line: str, _name: str) -> None:
        """Notes that the list has this state."""
        key = digits(line[KEY], 2)
        if key not in STATES:
            raise BadLine(_("There is no state with the number %(key)s.") % {"key": key})
        self.states.add(key)

    def region(self, _number: int, line: str, name: str) -> None:
        """Notes the name of an administrative region."""
        self.regions[digits(line[KEY], 3)] = region_in_words(name)

    def county(self, number: int, line: str, name: str) -> Entry | None:
        """A county; an independent city follows as a municipality."""
        key = self.known_state(digits(line[KEY], 5))
        status = status_of(line[MARK], (Status.CITY, Status.COUNTY))
        if status == Status.CITY:
            self.counties[key] = ""
            return None
        self.counties[key] = county_in_words(name, line[MARK])
        return self.entry(number, key + "0000000", self.counties[key], status, in_county=False)

    def association(self, number: int, line: str, name: str) -> Entry | None:
        """An association of several municipalities."""
        if line[MARK] == NO_ASSOCIATION:
            return None
        key = self.known_county(digits(line[KEY], 5)) + digits(line[ASSOCIATION], 4) + "000"
        return self.entry(number, key, name, status_of(line[MARK], (Status.ASSOCIATION,)), ags="")

    def municipality(self, number: int, line: str, name: str) -> Entry:
        """A municipality."""
        short = self.known_county(digits(line[KEY], AGS_LENGTH))
        key = short[COUNTY] + digits(line[ASSOCIATION], 4) + short[5:]
        status = status_of(line[MARK], set(Status) - {Status.COUNTY, Status.ASSOCIATION})
        return replace(self.entry(number, key, name, status), population=whole_number(line[POPULATION]))

    def entry(
        self, number: int, ars: str, name: str, status: str, *, in_county: bool = True, ags: str | None = None
    ) -> Entry:
        """What all kinds have."""
        return Entry(
            line=number,
            ars=ars,
            ags=short_key(ars) if ags is None else ags,
            official_name=name,
            status=status,
            county=self.counties[ars[COUNTY]] if in_county else "",
            region=self.regions.get(ars[:3], ""),
        )

    def known_state(self, key: str) -> str:
        """Refuses a key whose state has no record of its own."""
        if key[STATE] not in self.states:
            raise BadLine(
                _("The key “%(key)s” begins with %(prefix)s; there is no state with this number.")
                % {"key": key, "prefix": key[STATE]}
            )
        return key

    def known_county(self, key: str) -> str:
        """Refuses a key whose county has no record of its own."""
        self.known_state(key)
        if key[COUNTY] not in self.counties:
            raise BadLine(
                _("The key “%(key)s” begins with %(prefix)s; there is no county with this number.")
                % {"key": key, "prefix": key[COUNTY]}
            )
        return key


def digits(text: str, length: int) -> str:
    """A key of this length."""
    key = text.strip()
    if len(key) != length or not (key.isascii() and key.isdigit()):
        raise BadLine(
            _("The key “%(key)s” has %(length)d characters; %(wanted)d digits are needed.")
            % {"key": key, "length": len(key), "wanted": length}
        )
    return key


def status_of(mark: str, possible: object) -> str:
    """The kind of place behind the list's own mark."""
    status = TEXT_MARKS.get(mark)
    if status is None or status not in possible:
        raise BadLine(_("“%(mark)s” is no mark for this kind of record.") % {"mark": mark})
    return status


def whole_number(text: str) -> int:
    """A population."""
    if not (text.isascii() and text.strip().isdigit()):
        raise BadLine(_("“%(text)s” is not a number of inhabitants.") % {"text": text.strip()})
    return int(text)


def moment(text: str) -> date:
    """The day that the list describes."""
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 (a day, not a moment)
    except ValueError:
        raise BadLine(_("“%(text)s” is not a date like 20241231.") % {"text": text}) from None
