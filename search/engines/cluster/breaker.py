"""After a failure nobody asks the cluster for a few seconds; then a thread asks whether it is back."""

import threading
import time
from collections.abc import Callable

SECONDS_OPEN = 3.0


class Breaker:
    """Shared by the threads of a process."""

    def __init__(self, seconds: float = SECONDS_OPEN) -> None:
        self.seconds = seconds
        self.closed_from = 0.0
        self.is_tripped = False
        self.lock = threading.Lock()

    def trip(self) -> None:
        """The cluster failed."""
        self.is_tripped, self.closed_from = True, time.monotonic() + self.seconds

    def lets_through(self, is_back: Callable[[], bool]) -> bool:
        """Whether to ask the cluster. After the pause a thread finds out whether it is back; no reader waits for it."""
        if not self.is_tripped:
            return True
        if time.monotonic() >= self.closed_from and self.lock.acquire(blocking=False):
            threading.Thread(target=self.find_out, args=[is_back], daemon=True).start()
        return False

    def find_out(self, is_back: Callable[[], bool]) -> None:
        """Closes again if the cluster is back, else waits longer."""
        try:
            if is_back():
                self.is_tripped = False
            else:
                self.trip()
        finally:
            self.lock.release()
