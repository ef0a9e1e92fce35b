"""The pages of an SQLite site in PostgreSQL: every row of every table, so that both engines index the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
from psycopg import sql

# Each database fills these in its own way: the indices, the words they begin with, and what was migrated.
OWN = ("search_", "wagtailsearch_", "modelsearch_", "django_migrations", "django_tasks", "sqlite_")
ROWS_AT_ONCE = 1000


def copy(source: Path, target: str) -> None:
    """Puts the rows of the file into the tables of the same names, in the place of what is there."""
    with closing(sqlite3.connect(source)) as old, psycopg.connect(target) as new:
        new.execute("SET session_replication_role = replica")
        new.execute("SET TimeZone = 'UTC'")
        tables = list(shared_tables(old))
        new.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.SQL(", ").join(map(sql.Identifier, tables))))
        for table in tables:
            copy_table(old, new, table)
    with psycopg.connect(target, autocommit=True) as new:
        new.execute("VACUUM ANALYZE")


def shared_tables(old: sqlite3.Connection) -> Iterator[str]:
    """The tables of the site without those that each database fills by itself."""
    for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        if not name.startswith(OWN):
            yield name


def copy_table(old: sqlite3.Connection, new: psycopg.Connection, table: str) -> None:
    """All rows, and the number that the next new row gets."""
    rows = old.execute(f'SELECT * FROM "{table}"')
    columns = [column[0] for column in rows.description]
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    question = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
    with new.cursor() as cursor:
        with cursor.copy(question) as stream:
            while batch := rows.fetchmany(ROWS_AT_ONCE):
                for row in batch:
                    stream.write_row(row)
        if "id" in columns:
            top = sql.SQL(
                "SELECT setval(pg_get_serial_sequence({name}, 'id'), max(id)) FROM {table} HAVING max(id) > 0"
            )
            cursor.execute(top.format(name=sql.Literal(f'"{table}"'), table=sql.Identifier(table)))
