"""OpenSearch 2 and 3, by its own client: the extra `opensearch`."""

from opensearchpy import ImproperlyConfigured as OpenSearchMisused
from opensearchpy import OpenSearch
from opensearchpy import TransportError as OpenSearchError

from .address import ClusterAddress
from .refusals import SECONDS_DEAD, NotNow, understood


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
