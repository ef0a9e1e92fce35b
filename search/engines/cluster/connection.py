"""Sends requests to the nodes: a time limit for all attempts together, the next node when one fails."""

import json
import time
from typing import Protocol

from elastic_transport import TransportError as NodeFailed
from elasticsearch import ApiError, Elasticsearch
from elasticsearch import UnsupportedProductError as WrongProduct
from opensearchpy import ImproperlyConfigured as OpenSearchMisused
from opensearchpy import OpenSearch
from opensearchpy import TransportError as OpenSearchError

from ..base import EngineAway
from .address import ClusterAddress

# Answers that mean: not now, or not here.
BUSY = {429, 502, 503, 504}
# A node that failed is asked again after so many seconds.
SECONDS_DEAD = 2
# One attempt may take this part of the time limit, so that another node can be asked.
SHARE_OF_LIMIT = 0.45
PAUSE, SHORTEST_ATTEMPT = 0.05, 0.02


class Refused(Exception):  # noqa: N818
    """The cluster understood the request and says no: a mistake of ours or of its settings."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status}: {reason[:300]}")
        self.status = status


class NotNow(Exception):  # noqa: N818
    """This node cannot answer now; another one may."""


class Client(Protocol):
    """One attempt on one node."""

    def once(self, method: str, path: str, body: str | None, kind: str, seconds: float) -> dict:
        """The answer; raises Refused or NotNow."""


class ElasticsearchClient:
    """Version 8 of the client, which speaks to servers of version 8 and 9 in plain JSON."""

    def __init__(self, address: ClusterAddress) -> None:
        pool = {"dead_node_backoff_factor": SECONDS_DEAD, "max_dead_node_backoff": SECONDS_DEAD}
        self.client = Elasticsearch(list(address.nodes), basic_auth=address.login, max_retries=0, **pool)

    def once(self, method: str, path: str, body: str | None, kind: str, seconds: float) -> dict:
        """One attempt."""
        headers = {"accept": "application/json"} | ({"content-type": kind} if body else {})
        try:
            answer = self.client.options(request_timeout=seconds).perform_request(
                method, path, headers=headers, body=body and body.encode()
            )
        except ApiError as error:
            raise understood(error.meta.status, str(error)) from error
        except WrongProduct as error:
            raise Refused(0, "this is not Elasticsearch; is it opensearch://?") from error
        except NodeFailed as error:
            raise NotNow(str(error)) from error
        return getattr(answer, "body", None) or {}


class OpenSearchClient:
    """OpenSearch's own client."""

    def __init__(self, address: ClusterAddress) -> None:
        options = {"max_retries": 0, "retry_on_timeout": True, "dead_timeout": SECONDS_DEAD, "timeout_cutoff": 0}
        self.client = OpenSearch(list(address.nodes), http_auth=address.login, **options)

    def once(self, method: str, path: str, body: str | None, kind: str, seconds: float) -> dict:
        """One attempt."""
        options = {"params": {"request_timeout": seconds}, "headers": {"content-type": kind}}
        try:
            answer = self.client.transport.perform_request(method, path, body=body, **options)
        except OpenSearchError as error:
            status = error.status_code if isinstance(error.status_code, int) else 0
            raise understood(status, str(error)) from error
        except OpenSearchMisused as error:
            raise NotNow(str(error)) from error
        return answer if isinstance(answer, dict) else {}


def understood(status: int, reason: str) -> Exception:
    """What an error means."""
    return NotNow(reason) if status in BUSY or not status else Refused(status, reason)


class Connection:
    """All nodes of the cluster as one."""

    def __init__(self, address: ClusterAddress) -> None:
        client = {"elasticsearch": ElasticsearchClient, "opensearch": OpenSearchClient}[address.product]
        self.client: Client = client(address)

    def ask(self, method: str, path: str, body: dict | list | None = None, seconds: float = 2.0) -> dict:
        """The answer within so many seconds in all, from whichever node gives one; raises EngineAway."""
        text, kind = written(body)
        end, failure = time.monotonic() + seconds, "no time left"
        while (left := end - time.monotonic()) > SHORTEST_ATTEMPT:
            try:
                return self.client.once(method, path, text, kind, min(left, seconds * SHARE_OF_LIMIT))
            except NotNow as error:
                failure = str(error)
                time.sleep(PAUSE)
        raise EngineAway(failure)


def written(body: dict | list | None) -> tuple[str | None, str]:
    """The body as text, a list as one line each, and its content type."""
    if isinstance(body, list):
        return "".join(json.dumps(line) + "\n" for line in body), "application/x-ndjson"
    return (None if body is None else json.dumps(body)), "application/json"
