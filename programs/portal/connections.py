"""The wiring of the portal: what happens to a case study is told to its municipality."""

from home.workflow.deed import moved

from . import receivers


def connect() -> None:
    """Everything that listens."""
    moved.connect(receivers.tell_municipality, dispatch_uid="portal.tell")
