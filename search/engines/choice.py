"""Which engine answers: the cluster if one is configured, and always the index in the site's own database."""

from functools import cache

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from .base import Capability, Engine

EMBEDDED = {
    "sqlite": "search.engines.sqlite.SqliteEngine",
    "postgresql": "search.engines.postgres.PostgresEngine",
}
CLUSTER = "search.engines.cluster.ClusterEngine"


def embedded() -> Engine:
    """The index in the database."""
    return made(EMBEDDED[connection.vendor])


def all_engines() -> list[Engine]:
    """Every index that is kept, the one to ask first in front."""
    address = getattr(settings, "SEARCH_URL", "")
    return [made(CLUSTER, address), embedded()] if address else [embedded()]


def engine_with(capability: Capability) -> Engine:
    """The first one that can do something; the index in the database can do all that readers need."""
    return next(engine for engine in all_engines() if capability in engine.capabilities)


@cache
def made(path: str, *arguments: str) -> Engine:
    """One of each."""
    return import_string(path)(*arguments)
