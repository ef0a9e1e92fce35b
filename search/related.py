"""Articles about the same as an article: remembered for a while, shown only while everybody may read them."""

from django.core.cache import cache

from home.page.models import BasePage

from .engines.base import Capability, EngineAway
from .engines.choice import all_engines

MOST, SPARE, SECONDS = 4, 4, 900


def related(page: BasePage) -> list[BasePage]:
    """Up to four readable pages, most similar first; empty if no index answers."""
    address = f"search.related.{page.pk}.{page.latest_revision_id}"
    keys = cache.get(address)
    if keys is None:
        keys = asked(page.pk)
        cache.set(address, keys, SECONDS)
    found = BasePage.objects.readable().in_bulk([key for key in keys if key > 0]) if keys else {}
    return [found[key] for key in keys if key in found][:MOST]


def asked(key: int) -> list[int]:
    """Keys from the first index that answers."""
    for engine in all_engines():
        if Capability.RELATED in engine.capabilities:
            try:
                return engine.related(key, MOST + SPARE)
            except EngineAway:
                continue
    return []
