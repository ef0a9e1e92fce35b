"""The live join: a condition that only pages everybody may read pass, whatever an index still holds."""

from home.page.closed import closed_paths
from home.page.models import BasePage

from ..sources import public_keys

TABLE = BasePage._meta.db_table


def condition() -> tuple[str, list[str]]:
    """SQL about `e.key` and the page `p`, and its values. What is no page passes; see `only_public`."""
    roots = closed_paths()
    parts = ["p.live", *("NOT (p.path >= %s AND p.path < %s)" for _path in roots)]
    return f"(e.key < 0 OR ({' AND '.join(parts)}))", [end for path in roots for end in (path, path + "\x7f")]


def join() -> str:
    """The page of an entry."""
    return f"LEFT JOIN {TABLE} p ON p.id = e.key"


def only_public(rows: list[tuple]) -> list[tuple]:
    """Drops files, municipalities and subjects that no live, public page leads to any more."""
    others = {row[0] for row in rows if row[0] < 0}
    if not others:
        return rows
    gone = others - public_keys(others)
    return [row for row in rows if row[0] not in gone] if gone else rows
