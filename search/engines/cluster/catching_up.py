"""What the cluster missed while it was away is remembered, and repaired by a task when it is back."""

import logging
import time

from django.core.cache import cache
from django_tasks import task

from ... import pages, upkeep
from ..base import Engine, EngineAway
from ..choice import all_engines

logger = logging.getLogger(__name__)
SECONDS_BETWEEN = 20
LONGEST_REPAIR = 3600


def is_behind(prefix: str) -> bool:
    """Whether the cluster has missed something."""
    return cache.get(f"search-missed-{prefix}") is not None


def remember(prefix: str) -> None:
    """It missed something now."""
    cache.set(f"search-missed-{prefix}", time.time_ns(), timeout=None)


def catch_up(prefix: str) -> None:
    """Has it repaired, unless that is under way."""
    if cache.add(f"search-repair-{prefix}", "asked for", timeout=SECONDS_BETWEEN):
        try:
            repair.enqueue(prefix)
        except Exception:
            logger.exception("The repair of the search cluster could not be queued")


@task()
def repair(prefix: str) -> None:
    """Compares every document and writes what differs; a lost index is built anew."""
    cache.set(f"search-repair-{prefix}", "under way", timeout=LONGEST_REPAIR)
    try:
        missed = cache.get(f"search-missed-{prefix}")
        engine = next(engine for engine in all_engines() if engine.name == "cluster")
        bring_back(engine)
        if cache.get(f"search-missed-{prefix}") == missed:
            cache.delete(f"search-missed-{prefix}")
    except EngineAway:
        logger.warning("The search cluster went away again; it is repaired when it is back")
    finally:
        cache.delete(f"search-repair-{prefix}")


def bring_back(engine: Engine) -> None:
    """The index as the pages are now."""
    if engine.indices.behind(engine.address.prefix):
        upkeep.bring_up_to_date(engine, upkeep.drift(engine).keys)
    else:
        engine.rebuild(pages.documents(pages.all_keys()))
