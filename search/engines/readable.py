"""The live join: a condition that only pages everybody may read pass, whatever an index still holds."""

from home.page.closed import closed_paths
from home.page.models import BasePage

from ..models import TouchedKey
from ..sources import public_keys

TABLE, TOUCHED = BasePage._meta.db_table, TouchedKey._meta.db_table


def condition() -> tuple[str, list[str]]:
    """SQL about `e.key` and the page `p`, and its values. What is no page passes; see `only_public`."""
    roots = closed_paths()
    parts = ["p.live", *("NOT (p.path >= %s AND p.path < %s)" for _path in roots)]
    return f"(e.key < 0 OR ({' AND '.join(parts)}))", [end for path in roots for end in (path, path + "\x7f")]


def join() -> str:
    """The page of an entry."""
    return f"LEFT JOIN {TABLE} p ON p.id = e.key"


def late(entries: str) -> tuple[str, list[str]]:
    """SQL for the pages in a table of entries that do not pass, and its values: looked for among those that
    are not live, are closed or were deleted, so that it takes no longer when there are more pages that do pass.
    """
    roots = closed_paths()
    parts = ["NOT p.live", *("p.path >= %s AND p.path < %s" for _path in roots)]
    # The order of a CROSS JOIN is kept by SQLite, which knows nothing of how few these are.
    held = [f"SELECT e.key FROM {TABLE} p CROSS JOIN {entries} e WHERE e.key = p.id AND {part}" for part in parts]
    gone = (
        f"SELECT e.key FROM {TOUCHED} t CROSS JOIN {entries} e LEFT JOIN {TABLE} p ON p.id = e.key "
        "WHERE e.key = t.key AND t.is_gone AND p.id IS NULL"
    )
    return " UNION ".join([*held, gone]), [end for path in roots for end in (path, path + "\x7f")]


def only_public(rows: list[tuple]) -> list[tuple]:
    """Drops files, municipalities and subjects that no live, public page leads to any more."""
    others = {row[0] for row in rows if row[0] < 0}
    if not others:
        return rows
    gone = others - public_keys(others)
    return [row for row in rows if row[0] not in gone] if gone else rows
