"""Breaks a deed off: at any statement that writes, by an error or by the death of the process."""

import os
import signal
from collections.abc import Callable
from typing import Any

from django.db import connection, connections, transaction

WRITING = ("INSERT", "UPDATE", "DELETE")


class AtWrite:
    """Wraps the database: before the n-th statement that writes, something happens."""

    def __init__(self, number: int, happening: Callable[[], None]) -> None:
        self.number, self.happening, self.count = number, happening, 0

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        if sql.startswith(WRITING):
            self.count += 1
            if self.count == self.number:
                self.happening()
        return execute(sql, params, many, context)


def writes_of(deed: Callable[[], None]) -> int:
    """How many statements of a deed write; it is undone again."""
    counter = AtWrite(0, lambda: None)
    with transaction.atomic(), connection.execute_wrapper(counter):
        deed()
        transaction.set_rollback(True)
    return counter.count


def spread(writes: int, deaths: int) -> list[int]:
    """So many of the writes, the first and the last among them."""
    return sorted({1 + (writes - 1) * step // (deaths - 1) for step in range(deaths)})


def die() -> None:
    """kill -9 of this process."""
    os.kill(os.getpid(), signal.SIGKILL)


def in_own_process(deed: Callable[[], None], at_write: int = 0) -> int:
    """Runs the deed in a process that is killed at this write; says by which signal it ended, 0 if it ended well."""
    connections.close_all()
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0
        return os.WTERMSIG(status)
    try:
        with connection.execute_wrapper(AtWrite(at_write, die)):
            deed()
        os._exit(0)
    finally:
        os._exit(1)
