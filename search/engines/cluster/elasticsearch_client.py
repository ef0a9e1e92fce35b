"""Elasticsearch 8 and 9, by version 8 of its client."""

from elastic_transport import TransportError as NodeFailed
from elasticsearch import ApiError, Elasticsearch
from elasticsearch import UnsupportedProductError as WrongProduct

from .address import ClusterAddress
from .refusals import SECONDS_DEAD, NotNow, Refused, understood


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
