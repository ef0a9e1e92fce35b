"""One question to PostgreSQL for a whole answer: the documents of a slice come back, the others are counted there."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db import connection

from ..query import SearchQuery
from . import readable
from .base import Scope
from .embedded import FEW
from .tally import DAYS_HALF, FRESHEST, Catch, Row

NEWER_HIGHER = (
    f"score * (1 + {float(FRESHEST * DAYS_HALF)}::float8 / ({DAYS_HALF} + greatest(%s - day, 0))::float8) DESC"
)


@dataclass(frozen=True)
class Statement:
    """SQL and the values of its marks, in order."""

    text: str
    values: tuple = ()


def caught(candidates: Statement, query: SearchQuery, scope: Scope) -> Catch:
    """Of the candidates (key, score, facets, day) the readable ones. What is no page comes along: see `only_public`."""
    condition, values = readable.condition()
    passes, sorting = passing(query), order(query, scope)
    question = f"""
        WITH found AS MATERIALIZED (
            SELECT e.key, e.score, e.facets, e.day FROM ({candidates.text}) AS e WHERE {condition}
        ),
        counts AS MATERIALIZED (
            SELECT facets, count(*) AS count, {passes.text} AS passes FROM found WHERE key > 0 GROUP BY facets
        )
        SELECT NULL, count, facets, 0 FROM counts
        UNION ALL SELECT key, score, facets, day FROM found WHERE key < 0
        UNION ALL (
            SELECT key, score, facets, day FROM found JOIN counts USING (facets) WHERE key > 0
            ORDER BY {sorting.text} LIMIT %s
        )"""
    wanted = max(scope.first + scope.count, FEW)
    with connection.cursor() as cursor:
        cursor.execute(question, [*candidates.values, *values, *passes.values, *sorting.values, wanted])
        return read(cursor.fetchall())


def passing(query: SearchQuery) -> Statement:
    """Whether a combination of facets passes every filter."""
    wanted = [[f"{name}:{value}" for value in values] for name, values in query.chosen.items()]
    return Statement(" AND ".join(["true", *("string_to_array(facets, ' ') && %s" for _any in wanted)]), tuple(wanted))


def order(query: SearchQuery, scope: Scope) -> Statement:
    """What passes the filters first, then what is pinned, then as the tally sorts."""
    places, values = ["passes DESC"], []
    if scope.pinned:
        places.append("key = ANY(%s) DESC")
        values.append(list(scope.pinned))
    if query.words and query.sort != "date":
        places.append(NEWER_HIGHER)
        values.append(date.today().toordinal())  # noqa: DTZ011
    return Statement(", ".join([*places, "day DESC, key DESC"]), tuple(values))


def read(rows: list[tuple]) -> Catch:
    """The rows, and the numbers of those that stayed behind."""
    counts = Counter({facets: int(count) for key, count, facets, _day in rows if key is None})
    near: list[Row] = [row for row in rows if row[0] is not None]
    return Catch(readable.only_public(near), counts - Counter(row[2] for row in near if row[0] > 0))
