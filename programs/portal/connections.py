"""The wiring of the portal: what happens to a case study is told to its municipality."""

from home.workflow.deed import moved
from home.workflow.messages.enclosures import encloses
from home.workflow.reminding import round_due

from . import enclosures, receivers, rounds


def connect() -> None:
    """Everything that listens."""
    moved.connect(receivers.tell_municipality, dispatch_uid="portal.tell")
    encloses("portal.invitation", enclosures.questions_of_invitation)
    encloses("portal.submit", enclosures.copy_of_submission)
    round_due.connect(rounds.remind, dispatch_uid="portal.remind")
