"""The live join: a condition that only pages everybody may read pass, whatever an index still holds."""

from collections.abc import Iterable

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


def readable_keys(keys: Iterable[int]) -> set[int]:
    """Those of these keys that everybody may read now."""
    wanted = set(keys)
    pages = BasePage.objects.readable().filter(pk__in=[key for key in wanted if key > 0])
    files = {key for key in wanted if key < 0}
    return set(pages.values_list("pk", flat=True)) | (public_file_keys(files) if files else set())
