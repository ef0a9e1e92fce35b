"""Sends requests to the nodes: a time limit for all attempts together, the next node when one fails."""

import json
import time
from typing import Protocol

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from ..base import EngineAway
from .address import ClusterAddress
from .refusals import NotNow, understood

CLIENTS = {
    "elasticsearch": "search.engines.cluster.elasticsearch_client.ElasticsearchClient",
    "opensearch": "search.engines.cluster.opensearch_client.OpenSearchClient",
}
# One attempt may take this part of the time limit, so that another node can be asked.
SHARE_OF_LIMIT = 0.45
PAUSE, SHORTEST_ATTEMPT = 0.05, 0.02


class Client(Protocol):
    """One attempt on one node."""

    def once(self, method: str, path: str, body: str | None, kind: str, seconds: float) -> dict:
        """The answer; raises Refused or NotNow."""


class Connection:
    """All nodes of the cluster as one."""

    def __init__(self, address: ClusterAddress) -> None:
        self.client: Client = client_class(address.product)(address)

    def ask(self, method: str, path: str, body: dict | list | None = None, seconds: float = 2.0) -> dict:
        """The answer within so many seconds in all, from whichever node gives one; raises EngineAway."""
        text, kind = written(body)
        end, failure = time.monotonic() + seconds, "no time left"
        while (left := end - time.monotonic()) > SHORTEST_ATTEMPT:
            try:
                return whole(self.client.once(method, path, text, kind, min(left, seconds * SHARE_OF_LIMIT)))
            except NotNow as error:
                failure = str(error)
                time.sleep(PAUSE)
        raise EngineAway(failure)


def client_class(product: str) -> type[Client]:
    """The client of a product; only that one has to be installed."""
    try:
        return import_string(CLIENTS[product])
    except ImportError as error:
        raise ImproperlyConfigured(f'SEARCH_URL needs another package: pip install "aushang[{product}]"') from error


def whole(answer: dict) -> dict:
    """An answer to several questions, if each of them was answered; any other as it is."""
    for part in answer.get("responses", ()):
        if "error" in part:
            raise understood(part.get("status", 0), str(part["error"]))
    return answer


def written(body: dict | list | None) -> tuple[str | None, str]:
    """The body as text, a list as one line each, and its content type."""
    if isinstance(body, list):
        return "".join(json.dumps(line) + "\n" for line in body), "application/x-ndjson"
    return (None if body is None else json.dumps(body)), "application/json"
