"""Starts the press and stops it: one process for each process of the site, kept warm, replaced when it dies."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .protocol import receive, send

COMMAND = [sys.executable, "-m", "home.actions.pdf.worker"]
WALL_SECONDS = 60
# No secrets, no address of a database.
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH")


class Missing(Exception):  # noqa: N818
    """A library that the press needs is not installed."""


class Machine:
    """A running press."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.overdue = False
        self.process = subprocess.Popen(  # noqa: S603 (our own module)
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
        )
        with self.watched():
            greeting, _content = self.hear()
        if greeting["kind"] != "ready":
            self.stop()
            raise Missing(greeting["why"])

    @property
    def usable(self) -> bool:
        """Whether it runs, and was not inherited by a fork."""
        return self.owner == os.getpid() and self.process.poll() is None

    def say(self, message: dict[str, Any], content: bytes = b"") -> None:
        """Sends one frame."""
        send(self.process.stdin, message, content)

    def hear(self) -> tuple[dict[str, Any], bytes]:
        """Waits for one frame."""
        return receive(self.process.stdout)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Ends the process when this block takes too long."""
        watchdog = threading.Timer(WALL_SECONDS, self.give_up)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()

    def give_up(self) -> None:
        """Ends a document that takes too long by the clock: this computer has too much to do."""
        self.overdue = True
        self.process.kill()

    def stop(self) -> int:
        """Ends it; says how it ended, negative for a signal."""
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except OSError:
                continue
        try:
            return self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def environment() -> dict[str, str]:
    """What the press learns about its surroundings: where programs, fonts and our modules are."""
    known = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return known | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
