"""The engine inside SQLite: FTS5 without content over analysed text. Works from SQLite 3.35 on."""

from collections.abc import Iterable
from itertools import chain

from django.db import connection

from ..language import Stems
from . import readable
from .embedded import EmbeddedEngine
from .entries import Entry, unpacked
from .group import Group
from .tables import FIELDS
from .tally import Row

# Of title, lead, body, parts in the title, parts elsewhere.
WEIGHTS = "6.0, 2.0, 1.0, 2.5, 0.4"
COLUMNS = ", ".join(FIELDS)
MARKS = ", ".join(["%s"] * len(FIELDS))


class SqliteEngine(EmbeddedEngine):
    """FTS5 ranks; deleting needs the very text that was written, so it is kept beside the index, packed."""

    name = "sqlite"

    def write(self, generation: str, entries: list[Entry]) -> None:
        """Three tables at once."""
        fts, entry, text = (f"search_{table}_{generation}" for table in ("fts", "entry", "text"))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {fts} (rowid, {COLUMNS}) VALUES (%s, {MARKS})",
                [(found.key, *found.fields) for found in entries],
            )
            cursor.executemany(
                f"INSERT INTO {entry} (key, facets, day, digest) VALUES (%s, %s, %s, %s)",
                [(found.key, found.facets, found.day, found.digest) for found in entries],
            )
            cursor.executemany(
                f"INSERT INTO {text} (key, tokens, texts) VALUES (%s, %s, %s)",
                [(found.key, found.tokens, found.texts) for found in entries],
            )

    def erase(self, generation: str, keys: list[int]) -> None:
        """Tells FTS5 what it was given before; newer ways to delete need SQLite 3.43."""
        fts, entry, text = (f"search_{table}_{generation}" for table in ("fts", "entry", "text"))
        marks = ", ".join(["%s"] * len(keys))
        stored = self.rows(f"SELECT key, tokens FROM {text} WHERE key IN ({marks})", keys)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {fts} ({fts}, rowid, {COLUMNS}) VALUES ('delete', %s, {MARKS})",
                [(key, *unpacked(tokens)[0]) for key, tokens in stored],
            )
            for table in (entry, text):
                cursor.execute(f"DELETE FROM {table} WHERE key IN ({marks})", keys)

    def clear(self, generation: str) -> None:
        """Everything at once."""
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO search_fts_{generation} (search_fts_{generation}) VALUES ('delete-all')")
            for table in ("entry", "text", "word"):
                cursor.execute(f"DELETE FROM search_{table}_{generation}")

    def matching(self, generation: str, groups: list[Group], every: bool, most: int | None = None) -> list[Row]:
        """One question; with `most` the best come first."""
        fts = f"search_fts_{generation}"
        condition, values = readable.condition()
        question = (
            f"SELECT e.key, -bm25({fts}, {WEIGHTS}), e.facets, e.day FROM {fts} "
            f"JOIN search_entry_{generation} e ON e.key = {fts}.rowid "
            f"WHERE {fts} MATCH %s AND {condition}"
        )
        limit = f" ORDER BY 2 DESC, 1 DESC LIMIT {int(most)}" if most else ""
        asked = (" AND " if every else " OR ").join(map(expression, groups))
        return readable.only_public(self.rows(question + limit, [asked, *values]))

    def keys(self, generation: str, groups: list[Group], among: Iterable[int] | None = None) -> set[int]:
        """One look into the index, without ranking."""
        fts, asked = f"search_fts_{generation}", " AND ".join(map(expression, groups))
        only = "" if among is None else f" AND rowid IN ({', '.join(map(str, among))})"
        return {key for (key,) in self.rows(f"SELECT rowid FROM {fts} WHERE {fts} MATCH %s{only}", [asked])}


def expression(group: Group) -> str:
    """The ways of a group in the words of FTS5. Stems are letters and digits only; quotes keep AND and OR words."""
    words = [quoted((stem,)) for stem in group.stems]
    parts = [f"({' AND '.join(quoted((stem,)) for stem in stems)})" for stems in group.anywhere]
    phrases = [f"{{title lead body}} : {quoted(stems)}" for stems in group.together]
    return f"({' OR '.join(chain(words, parts, phrases))})"


def quoted(stems: Stems) -> str:
    """Stems next to each other."""
    return f'"{" ".join(stems)}"'
