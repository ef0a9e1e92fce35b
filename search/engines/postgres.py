"""The engine inside PostgreSQL: our stems as a tsvector with an index. Needs no extension and no files there."""

import math
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db import connection

from ..documents import SearchDoc
from ..models import IndexState
from . import readable
from .embedded import EmbeddedEngine
from .entries import Entry
from .plan import Group
from .tables import TABLES
from .tally import Row

# Of parts of compounds (D), body (C), lead and parts in the title (B), title (A).
WEIGHTS = "{0.06, 0.17, 0.34, 1.0}"
WHOLE_WORDS = "ABC"
LAST_PLACE, GAP = 16_383, 20


class PostgresEngine(EmbeddedEngine):
    """The database ranks each word by place and weight; how rare the word is we add ourselves."""

    name = "postgres"

    def write(self, generation: str, entries: list[Entry]) -> None:
        """Two tables at once."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO search_entry_{generation} (key, facets, day, digest) VALUES (%s, %s, %s, %s)",
                [(found.key, found.facets, found.day, found.digest) for found in entries],
            )
            cursor.executemany(
                f"INSERT INTO search_text_{generation} (key, vector, tokens, texts) VALUES (%s, %s::tsvector, %s, %s)",
                [(found.key, vector(found), found.tokens, found.texts) for found in entries],
            )

    def erase(self, generation: str, keys: list[int]) -> None:
        """Rows of both tables."""
        with connection.cursor() as cursor:
            for table in ("entry", "text"):
                cursor.execute(f"DELETE FROM search_{table}_{generation} WHERE key = ANY(%s)", [keys])

    def clear(self, generation: str) -> None:
        """Everything at once."""
        with connection.cursor() as cursor:
            for table in ("entry", "text", "word"):
                cursor.execute(f"DELETE FROM search_{table}_{generation}")

    def rebuild(self, documents: Iterable[SearchDoc]) -> int:
        """As everywhere; the database is told at once what the new tables are like."""
        count = super().rebuild(documents)
        generation = IndexState.current().generation
        with connection.cursor() as cursor:
            for table in TABLES["postgresql"]:
                cursor.execute(f"ANALYZE search_{table}_{generation}")
        return count

    def matching(self, generation: str, groups: list[Group], every: bool, most: int | None = None) -> list[Row]:
        """One question; with `most` the best come first."""
        condition, values = readable.condition()
        asked = (" & " if every else " | ").join(map(expression, groups))
        rank = " + ".join(["%s * ts_rank(%s, t.vector, %s::tsquery, 1)"] * len(groups))
        ranks = chain.from_iterable((rarity(group), WEIGHTS, expression(group)) for group in groups)
        question = (
            f"SELECT e.key, ({rank})::float8, e.facets, e.day FROM search_text_{generation} t "
            f"JOIN search_entry_{generation} e ON e.key = t.key {readable.join()} "
            f"WHERE t.vector @@ %s::tsquery AND {condition}"
        )
        limit = f" ORDER BY 2 DESC, 1 DESC LIMIT {int(most)}" if most else ""
        return readable.only_public(self.rows(question + limit, [*ranks, asked, *values]))

    def keys(self, generation: str, groups: list[Group]) -> set[int]:
        """One look into the index, without ranking."""
        asked = " & ".join(map(expression, groups))
        question = f"SELECT key FROM search_text_{generation} WHERE vector @@ %s::tsquery"
        return {key for (key,) in self.rows(question, [asked])}


def rarity(group: Group) -> float:
    """Words of few documents weigh more."""
    return 1 / math.log(2 + group.frequency)


def expression(group: Group) -> str:
    """The ways of a group as a tsquery. Stems are letters and digits only."""
    words = [f"'{stem}'" for stem in group.stems]
    parts = [f"({' & '.join(repr_of(stem) for stem in stems)})" for stems in group.anywhere]
    phrases = [f"({' <-> '.join(f'{repr_of(stem)}:{WHOLE_WORDS}' for stem in stems)})" for stems in group.together]
    return f"({' | '.join(chain(words, parts, phrases))})"


def repr_of(stem: str) -> str:
    """A stem in quotes."""
    return f"'{stem}'"


def vector(entry: Entry) -> str:
    """The fields with places and weights, one after the other with a gap that no phrase crosses."""
    return " ".join(lexemes(entry))


def lexemes(entry: Entry) -> Iterator[str]:
    """Each word with its place and weight."""
    place = 0
    for field, weight in zip(entry.fields, "ABCDD", strict=True):
        for stem in field.split():
            place = min(place + 1, LAST_PLACE)
            yield f"'{stem}':{place}{weight}"
        place = min(place + GAP, LAST_PLACE)
