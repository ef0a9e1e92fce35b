"""Which municipality went on as which: a small table that goes with the list, which does not say it itself."""

from pathlib import Path

from django.utils.translation import gettext as _

from home.importing.bad_file import BadFile, BadLine, in_line
from home.importing.decoding import lines_of

from .table import regional_key

COLUMNS = 2


def successors_of(file: Path) -> dict[str, str]:
    """Former key -> present key, from lines `old;new`; a first line without digits is a header."""
    found: dict[str, str] = {}
    reasons = []
    for number, line in enumerate(lines_of(file), start=1):
        if line.strip() and (number > 1 or any(letter.isdigit() for letter in line)):
            try:
                old, new = pair(line)
                if found.setdefault(old, new) != new:
                    raise BadLine(_("The key “%(key)s” has another successor above.") % {"key": old})
            except BadLine as error:
                reasons.append(in_line(number, error))
    if reasons:
        raise BadFile(reasons)
    return found


def pair(line: str) -> tuple[str, str]:
    """Former and present key of a line."""
    cells = [cell.strip().strip('"') for cell in line.replace(",", ";").replace("\t", ";").split(";")]
    if len(cells) < COLUMNS:
        raise BadLine(_("A former and a present key are needed, parted by a semicolon."))
    old, new = regional_key(cells[0]), regional_key(cells[1])
    if old == new:
        raise BadLine(_("The key “%(key)s” cannot be its own successor.") % {"key": old})
    return old, new
