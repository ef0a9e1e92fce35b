"""What a node's answer may mean when it is not what was asked for."""

# Answers that mean: not now, or not here.
BUSY = {429, 502, 503, 504}
# A node that failed is asked again after so many seconds.
SECONDS_DEAD = 2


class Refused(Exception):  # noqa: N818
    """The cluster understood the request and says no: a mistake of ours or of its settings."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status}: {reason[:300]}")
        self.status = status


class NotNow(Exception):  # noqa: N818
    """This node cannot answer now; another one may."""


def understood(status: int, reason: str) -> Exception:
    """What an error means."""
    return NotNow(reason) if status in BUSY or not status else Refused(status, reason)
