"""A time limit for questions to the database, so that no search can stop the site."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

STEPS_BETWEEN_LOOKS = 20_000


class TookTooLong(Exception):  # noqa: N818
    """The database did not answer in time."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Ends every statement inside that runs longer; raises TookTooLong."""
    limit = {"sqlite": sqlite_limit, "postgresql": postgres_limit}[connection.vendor]
    try:
        with limit(seconds):
            yield
    except OperationalError as error:
        if "interrupted" in str(error) or "statement timeout" in str(error):
            raise TookTooLong from error
        raise


@contextmanager
def sqlite_limit(seconds: float) -> Iterator[None]:
    """SQLite asks now and then whether to go on."""
    connection.ensure_connection()
    end = time.monotonic() + seconds
    connection.connection.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        connection.connection.set_progress_handler(None, 0)


@contextmanager
def postgres_limit(seconds: float) -> Iterator[None]:
    """PostgreSQL keeps the time itself, statement by statement."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(max(int(seconds * 1000), 1))])
        yield
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
