"""The live join: a condition that only pages everybody may read pass, whatever an index still holds."""

from home.page.closed import closed_paths
from home.page.models import BasePage

from ..files import public_file_keys

TABLE = BasePage._meta.db_table


def condition() -> tuple[str, list[str]]:
    """SQL about `e.key` and the page `p`, and its values. Files pass; see `only_public_files`."""
    roots = closed_paths()
    parts = ["p.live", *("NOT (p.path >= %s AND p.path < %s)" for _path in roots)]
    return f"(e.key < 0 OR ({' AND '.join(parts)}))", [end for path in roots for end in (path, path + "\x7f")]


def join() -> str:
    """The page of an entry."""
    return f"LEFT JOIN {TABLE} p ON p.id = e.key"


def only_public_files(rows: list[tuple]) -> list[tuple]:
    """Drops files that no live, public page refers to any more."""
    files = {row[0] for row in rows if row[0] < 0}
    if not files:
        return rows
    gone = files - public_file_keys(files)
    return [row for row in rows if row[0] not in gone] if gone else rows
