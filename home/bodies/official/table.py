"""The list as a CSV table with a header, as spreadsheets write it."""

import csv
from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from home.importing.bad_file import BadFile, BadLine, in_line

from .entry import ARS_LENGTH, COUNTY, STATE, STATES, Entry, Status, short_key
from .marks import TEXT_MARKS, WORDS

# Headers that we understand, by the column they stand for.
HEADERS = {
    "ars": {"ars", "regionalschlüssel", "amtlicher regionalschlüssel"},
    "name": {"name", "gemeindename", "bezeichnung"},
    "status": {"art", "kennzeichen", "textkennzeichen"},
    "county": {"kreis", "landkreis"},
    "region": {"regierungsbezirk"},
    "population": {"einwohner", "einwohnerzahl", "bevölkerung"},
    "successor": {"nachfolger", "nachfolgerin"},
    "as_of": {"stand", "gebietsstand", "wirksam ab"},
}
NEEDED = ("ars", "name")


class Table:
    """Reads row by row. Counties come before what lies in them, or are known from an earlier import."""

    def __init__(self, known_counties: dict[str, str]) -> None:
        self.counties = dict(known_counties)

    def read(self, row: dict[str, str], number: int) -> Iterator[Entry]:
        """The entry of this row."""
        ars = regional_key(row["ars"])
        status = kind(row.get("status", ""), ars)
        name = row["name"]
        if not name:
            raise BadLine(_("There is no name in this line."))
        self.note_county(ars, status, row.get("county", "") or name)
        yield Entry(
            line=number,
            ars=ars,
            ags="" if status == Status.ASSOCIATION else short_key(ars),
            official_name=name,
            status=status,
            county="" if status in (Status.CITY, Status.COUNTY) else self.counties[ars[COUNTY]],
            region=row.get("region", ""),
            population=inhabitants(row.get("population", "")),
            successor=regional_key(row["successor"]) if row.get("successor") else "",
            as_of=day(row.get("as_of", "")),
        )

    def note_county(self, ars: str, status: str, name: str) -> None:
        """Remembers a county; refuses a key that begins with none."""
        if status in (Status.CITY, Status.COUNTY):
            self.counties.setdefault(ars[COUNTY], name if status == Status.COUNTY else "")
        if ars[COUNTY] not in self.counties:
            raise BadLine(
                _("The key “%(key)s” begins with %(prefix)s; there is no county with this number.")
                % {"key": ars, "prefix": ars[COUNTY]}
            )


def rows(lines: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with the number of its last line; BadFile where the table itself is broken."""
    if not lines:
        raise BadFile([_("The file is empty.")])
    delimiter = max(";,\t", key=lines[0].count)
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=True)
    try:
        columns = columns_of(next(reader))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, named(columns, cells, reader.line_num)
    except csv.Error:
        sentence = _("The quotation marks of this line do not close; the file may be cut off.")
        raise BadFile([in_line(reader.line_num, sentence)]) from None


def columns_of(header: list[str]) -> list[str]:
    """Our names of the columns; those that we do not need have none."""
    names = {word: name for name, words in HEADERS.items() for word in words}
    columns = [names.get(cell.strip().lower(), "") for cell in header]
    if missing := [name for name in NEEDED if name not in columns]:
        titles = {"ars": "ARS", "name": "Name"}
        sentence = _("The header lacks these columns: %(names)s.") % {
            "names": ", ".join(titles[name] for name in missing)
        }
        raise BadFile([in_line(1, sentence)])
    return columns


def named(columns: list[str], cells: list[str], number: int) -> dict[str, str]:
    """The cells by the names of their columns."""
    if len(cells) != len(columns):
        sentence = _("The line has %(found)d columns; the header has %(wanted)d.")
        raise BadFile([in_line(number, sentence % {"found": len(cells), "wanted": len(columns)})])
    return {name: cell.strip() for name, cell in zip(columns, cells, strict=True) if name}


def regional_key(text: str) -> str:
    """A key of twelve digits that begins with a state."""
    if len(text) != ARS_LENGTH or not (text.isascii() and text.isdigit()):
        raise BadLine(
            _(
                "The key “%(key)s” has %(length)d characters; 12 digits are needed. Spreadsheets drop a zero at the "
                "beginning: please format the column as text."
            )
            % {"key": text[:40], "length": len(text)}
        )
    if text[STATE] not in STATES:
        raise BadLine(
            _("The key “%(key)s” begins with %(prefix)s; there is no state with this number.")
            % {"key": text, "prefix": text[STATE]}
        )
    return text


def kind(text: str, ars: str) -> str:
    """The kind of place: as a word or as the list's own mark; else as the key says."""
    if not text:
        return Status.COUNTY if ars.endswith("0000000") else Status.MUNICIPALITY
    found = TEXT_MARKS.get(text) or WORDS.get(text.lower())
    if found is None:
        raise BadLine(_("“%(text)s” is no kind of municipality.") % {"text": text[:40]})
    return found


def inhabitants(text: str) -> int | None:
    """A population, with or without points between the thousands."""
    plain = text.replace(".", "").replace(" ", "").replace("\u00a0", "")
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()):
        raise BadLine(_("“%(text)s” is not a number of inhabitants.") % {"text": text[:40]})
    return int(plain)


def day(text: str) -> date | None:
    """A day, as people or machines write it."""
    for pattern in ("%d.%m.%Y", "%Y-%m-%d") if text else ():
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 (a day, not a moment)
        except ValueError:
            continue
    if text:
        raise BadLine(_("“%(text)s” is not a date like 31.12.2024.") % {"text": text[:40]})
    return None
