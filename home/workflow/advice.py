"""The verb of an advisory step: its groups comment, and nobody waits for them."""

from typing import Any

from django.db import transaction

from . import policy
from .deed import demand, done, locked


@transaction.atomic
def advise(page: Any, user: Any, comment: str = "") -> None:
    """Says something on a text under review, to its reviewers and its sender. The text stays where it is."""
    page = locked(page)
    demand(policy.may("advise", user, page, comment))
    done("advise", page, user, comment, revision=page.current_workflow_task_state.revision)
