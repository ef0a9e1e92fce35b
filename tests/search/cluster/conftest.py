"""Engines on the servers that `make test-services` started."""

from datetime import UTC, datetime

import pytest

from search.documents import SearchDoc
from search.engines.choice import embedded
from search.engines.cluster.address import ClusterAddress
from search.engines.cluster.engine import Cluster
from tests.search.engines import SERVERS, fresh_address, remove_indices


def document(key: int, title: str, lead: str = "", body: str = "", **more) -> SearchDoc:
    """A news article of the first of June."""
    facts = {"kind": "news", "date": datetime(2026, 6, 1, tzinfo=UTC), "url": f"/d/{key}/"} | more
    return SearchDoc(key=key, title=title, lead=lead, body=body, **facts)


@pytest.fixture(params=SERVERS)
def cluster(request, db):
    """An engine with indices of its own, on each kind of server."""
    engine = Cluster(ClusterAddress.read(fresh_address(request.param)), replicas=0, seconds=10)
    yield engine
    remove_indices(engine)


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
