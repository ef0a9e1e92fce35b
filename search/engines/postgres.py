"""The engine inside PostgreSQL: our stems as a tsvector with an index. Needs no extension and no files there."""

import math
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db import connection

from ..documents import SearchDoc
from ..models import IndexState
from ..query import SearchQuery
from . import postgres_slice, readable
from .base import Scope
from .embedded import OTHER_WORDS, EmbeddedEngine
from .entries import Entry
from .group import Group
from .plan import Plan
from .postgres_slice import Statement
from .tables import TABLES
from .tally import Catch, Row

# Of parts of compounds (D), lead and body (C), parts in the title (B), title (A).
WEIGHTS = "{0.06, 0.2, 0.3, 1.0}"
WHOLE_WORDS = "AC"
LAST_PLACE, GAP = 16_383, 20


class PostgresEngine(EmbeddedEngine):
    """The database ranks each word by place and weight; how rare the word is we add ourselves."""

    name = "postgres"

    def write(self, generation: str, entries: list[Entry]) -> None:
        """Three tables at once."""
        entry, text, vectors = (f"search_{table}_{generation}" for table in ("entry", "text", "vector"))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {entry} (key, facets, day, digest) VALUES (%s, %s, %s, %s)",
                [(found.key, found.facets, found.day, found.digest) for found in entries],
            )
            cursor.executemany(
                f"INSERT INTO {text} (key, tokens, texts) VALUES (%s, %s, %s)",
                [(found.key, found.tokens, found.texts) for found in entries],
            )
            cursor.executemany(
                f"INSERT INTO {vectors} (key, facets, day, vector) VALUES (%s, %s, %s, %s::tsvector)",
                [(found.key, found.facets, found.day, vector(found)) for found in entries],
            )

    def erase(self, generation: str, keys: list[int]) -> None:
        """Rows of the tables of documents."""
        with connection.cursor() as cursor:
            for table in ("entry", "text", "vector"):
                cursor.execute(f"DELETE FROM search_{table}_{generation} WHERE key = ANY(%s)", [keys])

    def clear(self, generation: str) -> None:
        """Everything at once."""
        with connection.cursor() as cursor:
            for table in TABLES["postgresql"]:
                cursor.execute(f"DELETE FROM search_{table}_{generation}")

    def rebuild(self, documents: Iterable[SearchDoc]) -> int:
        """As everywhere; the database is told at once what the new tables are like."""
        count = super().rebuild(documents)
        generation = IndexState.current().generation
        with connection.cursor() as cursor:
            for table in TABLES["postgresql"]:
                cursor.execute(f"ANALYZE search_{table}_{generation}")
        return count

    def caught(self, generation: str, plan: Plan | None, query: SearchQuery, scope: Scope) -> Catch:
        """One question, from which only the rows of the slice come back, and the numbers of the others."""
        everything = Statement(f"SELECT key, 0::float8 AS score, facets, day FROM search_entry_{generation}")
        candidates = ranked(generation, plan.groups, every=True, own=plan.literal) if plan else everything
        return postgres_slice.caught(candidates, query, scope)

    def matching(self, generation: str, groups: list[Group], every: bool, most: int | None = None) -> list[Row]:
        """One question; with `most` the best come first."""
        found = ranked(generation, groups, every)
        condition, values = readable.condition()
        question = f"SELECT key, score, facets, day FROM ({found.text}) AS e WHERE {condition}"
        limit = f" ORDER BY 2 DESC, 1 DESC LIMIT {int(most)}" if most else ""
        return readable.only_public(self.rows(question + limit, [*found.values, *values]))

    def keys(self, generation: str, groups: list[Group], among: Iterable[int] | None = None) -> set[int]:
        """One look into the index, without ranking."""
        question = f"SELECT key FROM search_vector_{generation} WHERE vector @@ %s::tsquery"
        only, keys = ("", ()) if among is None else (" AND key = ANY(%s)", (list(among),))
        return {key for (key,) in self.rows(question + only, [asked(groups, every=True), *keys])}


def ranked(generation: str, groups: list[Group], every: bool, own: list[Group] | None = None) -> Statement:
    """The documents that answer (key, score, facets, day); those that do not answer `own` weigh less."""
    weighed = list(chain.from_iterable(map(others_apart, groups)))
    score = " + ".join(["%s * ts_rank(%s, vector, %s::tsquery, 1)"] * len(weighed))
    values = list(chain.from_iterable((rarity(group), WEIGHTS, expression(group)) for group in weighed))
    if own and own != groups:
        score = f"({score}) * CASE WHEN vector @@ %s::tsquery THEN 1 ELSE %s END"
        values += [asked(own, every=True), OTHER_WORDS]
    return Statement(
        f"SELECT key, ({score})::float8 AS score, facets, day FROM search_vector_{generation} "
        "WHERE vector @@ %s::tsquery",
        (*values, asked(groups, every)),
    )


def others_apart(group: Group) -> list[Group]:
    """The very word, and what answers in its place: of many ways each counts little, and the word counts as ever."""
    literal = group.literal
    scattered = [way for way in group.parts if way not in literal.parts]
    others = Group(parts=scattered, synonyms=group.others, otherwise=group.otherwise, frequency=group.frequency)
    return [literal, others] if others.ways else [literal]


def asked(groups: list[Group], every: bool) -> str:
    """The groups as a tsquery."""
    return (" & " if every else " | ").join(map(expression, groups))


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
    for field, weight in zip(entry.fields, "ACCBD", strict=True):
        for stem in field.split():
            place = min(place + 1, LAST_PLACE)
            yield f"'{stem}':{place}{weight}"
        place = min(place + GAP, LAST_PLACE)
