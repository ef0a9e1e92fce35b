"""From a file to checked entries: all of them, or every reason why not."""

from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from home.bodies.models import Municipality
from home.importing.bad_file import BadFile, BadLine, in_line
from home.importing.decoding import lines_of

from . import table
from .entry import Entry, Status
from .gv100 import Gv100, is_gv100

Read = Callable[[], Iterator[Entry]]


def entries_of(file: Path) -> list[Entry]:
    """All municipalities, counties and associations in the file; BadFile if there is anything wrong with it."""
    lines = lines_of(file)
    entries, reasons, seen = [], [], {}
    for number, read in gv100_rows(lines) if is_gv100(lines) else table_rows(lines):
        try:
            for entry in read():
                refuse_twice(seen, entry, number)
                entries.append(entry)
        except BadLine as error:
            reasons.append(in_line(number, error))
    if not entries and not reasons:
        reasons.append(_("The file contains no municipality."))
    if reasons:
        raise BadFile(reasons)
    return entries


def gv100_rows(lines: list[str]) -> Iterator[tuple[int, Read]]:
    """Each record with its line."""
    reader = Gv100()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, lambda number=number, line=line: reader.read(number, line)


def table_rows(lines: list[str]) -> Iterator[tuple[int, Read]]:
    """Each row with its line; counties first, wherever they stand."""
    known = Municipality.objects.filter(status__in=(Status.COUNTY, Status.CITY)).values_list("ars", "status", "name")
    counties = {ars[:5]: name if status == Status.COUNTY else "" for ars, status, name in known}
    reader = table.Table(counties)
    rows = sorted(table.rows(lines), key=lambda row: not row[1]["ars"].endswith("0000000"))
    for number, row in rows:
        yield number, lambda number=number, row=row: reader.read(row, number)


def refuse_twice(seen: dict[str, int], entry: Entry, number: int) -> None:
    """Refuses a key that another line has already."""
    for key in filter(None, (entry.ars, entry.ags)):
        if (first := seen.setdefault(key, number)) != number:
            raise BadLine(_("The key “%(key)s” is already in line %(line)d.") % {"key": key, "line": first})
