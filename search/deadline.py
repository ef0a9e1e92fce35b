"""A time limit for questions to the database, so that no search can stop the site."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction

logger = logging.getLogger(__name__)
STEPS_BETWEEN_LOOKS = 20_000


class NotAnswered(Exception):  # noqa: N818
    """The database did not answer, or not as it should: the index is broken."""


class TookTooLong(NotAnswered):
    """The database did not answer in time."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Ends every statement inside that runs longer; raises TookTooLong, or NotAnswered after any other failure."""
    limit = {"sqlite": sqlite_limit, "postgresql": postgres_limit}[connection.vendor]
    with answered(), limit(seconds):
        yield


@contextmanager
def answered() -> Iterator[None]:
    """Without a limit, for what the site itself must know and no question makes larger; raises as `deadline`."""
    try:
        yield
    except DatabaseError as error:
        if "interrupted" in str(error) or "statement timeout" in str(error):
            raise TookTooLong from error
        logger.exception("The search index could not be read; rebuild_index makes it anew")
        raise NotAnswered from error


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
