"""The wiring of the portal: what happens to a case study is told to its municipality."""

from home.workflow.deed import moved
from home.workflow.reminding import round_due

from . import receivers, rounds


def connect() -> None:
    """Everything that listens."""
    moved.connect(receivers.tell_municipality, dispatch_uid="portal.tell")
    round_due.connect(rounds.remind, dispatch_uid="portal.remind")
