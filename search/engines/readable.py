"""The look at the pages as they are now: only what everybody may read passes, whatever an index still holds."""

from collections.abc import Iterable

from home.page.closed import closed_paths
from home.page.models import BasePage

from ..models import TouchedKey
from ..public_now import public_now

TABLE, TOUCHED = BasePage._meta.db_table, TouchedKey._meta.db_table


def hidden() -> tuple[str, list[str]]:
    """SQL for the keys of pages that are not live, are closed or were deleted, and its values. Indexes lead to
    these alone, so that it takes no longer when there are more pages that everybody may read.
    """
    roots = closed_paths()
    parts = [f"SELECT p.id AS key FROM {TABLE} p WHERE NOT p.live"]
    parts += [f"SELECT p.id FROM {TABLE} p WHERE p.path >= %s AND p.path < %s"] * len(roots)
    parts += [f"SELECT t.key FROM {TOUCHED} t LEFT JOIN {TABLE} p ON p.id = t.key WHERE t.is_gone AND p.id IS NULL"]
    return " UNION ALL ".join(parts), [end for path in roots for end in (path, path + "\x7f")]


def condition() -> tuple[str, list[str]]:
    """SQL about `e.key`, and its values. What is no page passes; see `only_public`."""
    keys, values = hidden()
    return f"e.key NOT IN ({keys})", values


def late(entries: str) -> tuple[str, list[str]]:
    """SQL for the pages in a table of entries that do not pass, and its values."""
    keys, values = hidden()
    # The order of a CROSS JOIN is kept by SQLite, which knows nothing of how few these are.
    return f"SELECT DISTINCT e.key FROM ({keys}) AS h CROSS JOIN {entries} e WHERE e.key = h.key", values


def only_public(rows: list[tuple]) -> list[tuple]:
    """Drops files, municipalities and subjects that no live, public page leads to any more."""
    gone = gone_beside(row[0] for row in rows)
    return [row for row in rows if row[0] not in gone] if gone else rows


def gone_beside(keys: Iterable[int]) -> set[int]:
    """Those of these keys that are of no page and that no live, public page leads to any more."""
    others = {key for key in keys if key < 0}
    return others - public_now(others)
