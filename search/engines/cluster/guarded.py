"""The cluster as the site uses it: nobody waits for one that is away, and it catches up by itself when it returns."""

import logging
from collections.abc import Iterable

from django.conf import settings

from ...documents import SearchDoc
from ...query import SearchQuery
from ..base import Answer, EngineAway, Scope
from .address import ClusterAddress
from .breaker import Breaker
from .catching_up import catch_up, is_behind, remember
from .engine import Cluster

logger = logging.getLogger(__name__)


class ClusterEngine(Cluster):
    """Raises EngineAway at once while the cluster is away or has missed a change."""

    def __init__(self, address: str) -> None:
        shards, replicas = getattr(settings, "SEARCH_SHARDS", 1), getattr(settings, "SEARCH_REPLICAS", 1)
        super().__init__(ClusterAddress.read(address), shards, replicas, getattr(settings, "SEARCH_SECONDS", 1.5))
        self.breaker = Breaker(self.is_back)

    def index(self, documents: Iterable[SearchDoc]) -> None:
        """Writes documents; what could not be written is remembered."""
        try:
            super().index(documents)
        except EngineAway:
            remember(self.address.prefix)
            raise

    def remove(self, keys: Iterable[int]) -> None:
        """Forgets documents; what could not be removed is remembered."""
        try:
            super().remove(keys)
        except EngineAway:
            remember(self.address.prefix)
            raise

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        """Asks only while the cluster is there and up to date."""
        if is_behind(self.address.prefix):
            if self.breaker.lets_through():
                catch_up(self.address.prefix)
            raise EngineAway("the cluster catches up with what it missed")
        with self.limit:
            return super().search(query, scope)

    def send(self, deed: str, body: dict | list) -> dict:
        """Every question goes through the breaker."""
        if not self.breaker.lets_through():
            raise EngineAway("the cluster was away a moment ago")
        try:
            found = super().send(deed, body)
        except EngineAway as reason:
            logger.warning("The search cluster is away: %s", reason)
            self.breaker.trip()
            raise
        self.breaker.answered()
        return found

    def is_back(self) -> bool:
        """Also notices a cluster that answers but has lost the index, or never had one."""
        try:
            if not self.indices.behind(self.address.prefix, self.seconds):
                remember(self.address.prefix)
                return True
        except Exception:
            return False
        return super().is_back()
