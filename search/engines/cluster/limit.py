"""One time limit for all the questions that one answer takes."""

import threading
import time


class Limit(threading.local):
    """Outside a block every question has the whole time; inside, all of them together."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end: float | None = None

    def __enter__(self) -> None:
        """The time runs from now."""
        self.end = time.monotonic() + self.seconds

    def __exit__(self, *_error: object) -> None:
        """The next one has the whole time again."""
        self.end = None

    @property
    def left(self) -> float:
        """Seconds for the next question."""
        return self.seconds if self.end is None else self.end - time.monotonic()
