"""Not accepting a text: by one person of the step, or proposed by one and confirmed by another."""

from typing import Any

from django.db import transaction

from . import policy
from .deed import current_step, demand, done, fresh, locked


@transaction.atomic
def propose_decline(page: Any, user: Any, comment: str = "", kind: str = "other") -> None:
    """Asks a second person to decline the text; any other decision at this step ends the proposal."""
    page = locked(page)
    demand(policy.may("propose_decline", user, page, comment))
    page.decline_proposals.create(step=fresh(current_step(page)), kind=kind, text=comment, proposed_by=user)
    done("propose_decline", page, user, comment)


@transaction.atomic
def decline(page: Any, user: Any, comment: str = "") -> None:
    """Ends the submission for good; only *reopen* lets it be submitted again."""
    page = locked(page)
    demand(policy.may("decline", user, page, comment))
    proposal = page.decline_proposal
    page.current_workflow_state.cancel_unguarded(user=user)
    done("decline", page, user, comment, proposal=proposal)
