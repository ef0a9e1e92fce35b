"""Reads SEARCH_URL: `elasticsearch://user:password@host1:9200,host2:9200/prefix` or `opensearch://…`."""

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PRODUCTS = ("elasticsearch", "opensearch")
PREFIX = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
EXAMPLE = "elasticsearch://user:password@host1:9200,host2:9200/aushang?tls=1"
PORT = 9200


@dataclass(frozen=True)
class ClusterAddress:
    """Where the cluster is, and the beginning of the names of its indices."""

    product: str
    nodes: tuple[str, ...]
    user: str = ""
    password: str = ""
    prefix: str = "aushang"

    @classmethod
    def read(cls, address: str) -> Self:
        """Understands the address, or says what is wrong with it (never the password)."""
        url = urlsplit(address)
        login, _at, hosts = url.netloc.rpartition("@")
        user, _colon, password = login.partition(":")
        prefix = url.path.strip("/") or "aushang"
        if url.scheme not in PRODUCTS or not hosts or not PREFIX.fullmatch(prefix):
            raise ImproperlyConfigured(f"SEARCH_URL cannot be understood. It looks like this: {EXAMPLE}")
        scheme = "https" if parse_qs(url.query).get("tls", ["0"])[0] == "1" else "http"
        nodes = tuple(node_url(scheme, host) for host in hosts.split(",") if host)
        return cls(url.scheme, nodes, unquote(user), unquote(password), prefix)

    @property
    def login(self) -> tuple[str, str] | None:
        """User and password, if there are any."""
        return (self.user, self.password) if self.user else None


def node_url(scheme: str, host: str) -> str:
    """The address of one node."""
    try:
        parts = urlsplit(f"//{host}")
        name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
        return f"{scheme}://{name}:{parts.port or PORT}"
    except ValueError:
        raise ImproperlyConfigured(f"SEARCH_URL names a node that cannot be understood: {host}") from None
