"""The index is made anew when the lexicon changes: by the task worker, once for many changes in a row."""

from django_tasks import task

from . import upkeep
from .engines.choice import embedded

# Behind everything that a reader or an editor waits for.
LAST = -50


@task(priority=LAST)
def renew() -> None:
    """Only if the index does not fit: of many changes in a row the first renewal serves all that came before it."""
    if upkeep.mismatch(embedded()):
        upkeep.rebuild()
