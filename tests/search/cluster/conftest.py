"""Engines on the servers that `make test-services` started."""

import os
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from search.documents import SearchDoc
from search.engines.choice import embedded
from search.engines.cluster.address import ClusterAddress
from search.engines.cluster.engine import Cluster

SERVERS = {"opensearch": "OPENSEARCH_TEST_URL", "elasticsearch": "ELASTIC_TEST_URL"}


def document(key: int, title: str, lead: str = "", body: str = "", **more) -> SearchDoc:
    """A news article of the first of June."""
    facts = {"kind": "news", "date": datetime(2026, 6, 1, tzinfo=UTC), "url": f"/d/{key}/"} | more
    return SearchDoc(key=key, title=title, lead=lead, body=body, **facts)


@pytest.fixture(params=SERVERS)
def cluster(request, db):
    """An engine with indices of its own, on each kind of server."""
    address = os.environ.get(SERVERS[request.param])
    if not address:
        pytest.skip(f"no {SERVERS[request.param]}")
    base, _slash, _prefix = address.rpartition("/")
    engine = Cluster(ClusterAddress.read(f"{base}/t{uuid4().hex[:8]}"), replicas=0, seconds=10)
    yield engine
    for alias in (engine.indices.name, engine.indices.next):
        for index in engine.indices.behind(alias):
            engine.indices.drop(index)


@pytest.fixture
def filled(cluster):
    """Some documents, in the cluster and in the embedded index, whose words the plans are made with."""
    documents = [
        document(
            1, "Nachbarschaftsgespräche in Altenried", "Miteinander reden", "Die Gespräche finden im Rathaus statt."
        ),
        document(
            2, "Förderung für Flüchtlinge", "Zuschuss", "Das Ministerium hilft <b>allen</b>.", subjects=("integration",)
        ),
        document(3, "Neue Bücherei", "Lesen", "Kinder entdecken Bücher.", date=datetime(2025, 3, 1, tzinfo=UTC)),
        document(4, "Radweg wird gebaut", "", "Ein Weg für Räder am Rathaus.", kind="programme", subjects=("verkehr",)),
    ]
    embedded().rebuild(documents)
    cluster.rebuild(documents)
    return cluster
