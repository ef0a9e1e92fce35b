"""After failures nobody asks the cluster for a few seconds; a thread asks whether it is back."""

import threading
import time
from collections.abc import Callable

SECONDS_OPEN = 3.0


class Breaker:
    """Shared by the threads of a process.

    One late answer may be the question's fault: whether the cluster is there is found out at once. After more
    failures in a row, only after a pause.
    """

    def __init__(self, is_back: Callable[[], bool], seconds: float = SECONDS_OPEN) -> None:
        self.is_back, self.seconds = is_back, seconds
        self.failures = 0
        self.closed_from = 0.0
        self.is_tripped = False
        self.lock = threading.Lock()

    def trip(self) -> None:
        """The cluster failed."""
        self.failures += 1
        self.closed_from = time.monotonic() + (self.seconds if self.failures > 1 else 0)
        self.is_tripped = True
        if self.failures == 1:
            self.begin_to_find_out()

    def answered(self) -> None:
        """The cluster answered in time."""
        self.failures = 0

    def lets_through(self) -> bool:
        """Whether to ask the cluster. After the pause a thread finds out whether it is back; no reader waits for it."""
        if self.is_tripped and time.monotonic() >= self.closed_from:
            self.begin_to_find_out()
            return False
        return not self.is_tripped

    def begin_to_find_out(self) -> None:
        """In a thread, unless one does already."""
        if self.lock.acquire(blocking=False):
            threading.Thread(target=self.find_out, daemon=True).start()

    def find_out(self) -> None:
        """Closes again if the cluster is back, else waits longer."""
        try:
            if self.is_back():
                self.is_tripped = False
            else:
                self.trip()
        finally:
            self.lock.release()
