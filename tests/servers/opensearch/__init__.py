"""A real OpenSearch on loopback: every node a Java process of its own, so that killing one is what it says."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..server import own_folder
from .node import Node, ports, program_of
from .versions import OPENSEARCH_2, Version


class Nodes:
    """The nodes of one cluster; each can be killed and started again with its data."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes

    def address(self, prefix: str) -> str:
        """The SEARCH_URL of this cluster."""
        hosts = ",".join(f"127.0.0.1:{node.port}" for node in self.nodes)
        return f"opensearch://{hosts}/{prefix}"

    def start(self) -> None:
        """Starts every node that does not run and waits until each answers for the whole cluster."""
        for node in self.nodes:
            node.start()
        for node in self.nodes:
            node.wait_for(len(self.nodes))

    def kill(self) -> None:
        """Ends every node at once, without a goodbye."""
        for node in self.nodes:
            node.kill()


@contextmanager
def opensearch_nodes(count: int, version: Version = OPENSEARCH_2) -> Iterator[Nodes]:
    """A fresh cluster of that many nodes; its data vanish afterwards."""
    program = program_of(version)
    with own_folder() as folder:
        pairs = [ports(number) for number in range(count)]
        cluster = Nodes([Node(number, pairs, folder, program) for number in range(count)])
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.kill()


@contextmanager
def opensearch(version: Version = OPENSEARCH_2) -> Iterator[str]:
    """The address (OPENSEARCH_TEST_URL) of one fresh node."""
    with opensearch_nodes(1, version) as cluster:
        yield cluster.address("test")
