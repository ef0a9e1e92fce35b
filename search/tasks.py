"""Background work of the search."""

import logging

from django.utils import timezone
from django_tasks import task

from . import pages
from .engines.choice import all_engines
from .models import TouchedKey

logger = logging.getLogger(__name__)


@task()
def refresh(keys: list[int]) -> None:
    """Brings these documents up to date in every index; one that is away does not hold up the others."""
    remember(keys)
    documents = list(pages.documents(keys))
    gone = set(keys) - {document.key for document in documents}
    for engine in all_engines():
        try:
            engine.index(documents)
            engine.remove(gone)
        except Exception:
            logger.exception("The index %s missed a change; check_search will repair it", engine.name)


def remember(keys: list[int]) -> None:
    """For a rebuild that may be under way."""
    now = timezone.now()
    TouchedKey.objects.bulk_create(
        [TouchedKey(key=key, at=now) for key in keys],
        update_conflicts=True,
        update_fields=["at"],
        unique_fields=["key"],
    )
