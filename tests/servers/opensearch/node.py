"""One node: a Java process with a bounded heap, its folder and its ports."""

import json
import random
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from ..server import NotHere
from .parts import parts
from .versions import Version

START_SECONDS = 120
JAVA = ["-Xms256m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"]
RUNNER = "org.codelibs.opensearch.runner.OpenSearchRunner"
# Faults are noticed within seconds, not minutes: tests kill nodes.
SETTINGS = {
    "network.host": "127.0.0.1",
    "node.processors": 1,
    "cluster.routing.allocation.disk.threshold_enabled": False,
    "cluster.fault_detection.follower_check.timeout": "2s",
    "cluster.fault_detection.leader_check.timeout": "2s",
}


def ports(number: int) -> tuple[int, int]:
    """A port for questions, within what the runner allows, and one for the other nodes.

    Both are below the ports that outgoing connections take, of which nodes make many.
    """
    return free_of(9200 + 20 * number, 9219 + 20 * number), free_of(20_000, 32_000)


def free_of(first: int, last: int) -> int:
    """A port in a range that nobody listens on."""
    for port in random.sample(range(first, last), 19):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise NotHere(f"no port between {first} and {last} is free")


def program_of(version: Version) -> list[str]:
    """The command that starts a node, without the node's own options."""
    return [*version.java(), *JAVA, "-cp", f"{parts(version)}/*", RUNNER]


class Node:
    """Can be started, killed and started again with the same data."""

    def __init__(self, number: int, pairs: list[tuple[int, int]], folder: Path, program: list[str]) -> None:
        self.port = pairs[number][0]
        self.folder = folder / f"node-{number}"
        self.program = program
        self.process: subprocess.Popen | None = None
        write_settings(self.folder / "conf", number, pairs)

    def start(self) -> None:
        """Starts the process, unless it runs."""
        if self.process and self.process.poll() is None:
            return
        options = ["-basePath", str(self.folder), "-confPath", str(self.folder / "conf"), "-numOfNode", "1"]
        options += ["-clusterName", "aushang-test", "-baseHttpPort", str(self.port - 1)]
        with (self.folder / "output").open("a") as output:
            self.process = subprocess.Popen([*self.program, *options], stdout=output, stderr=output)

    def kill(self) -> None:
        """Ends the process at once."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def wait_for(self, nodes: int) -> None:
        """Until this node sees a cluster of that many nodes whose data can be read."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise NotHere(f"a node ended at once: {(self.folder / 'output').read_text()[-400:]}")
            health = self.health()
            if health.get("number_of_nodes") == nodes and health.get("status") in {"green", "yellow"}:
                return
            time.sleep(0.2)
        raise NotHere(f"a node did not answer within {START_SECONDS} seconds")

    def health(self) -> dict:
        """What the node says of its cluster; empty while it does not answer."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/_cluster/health?timeout=1s", timeout=3) as answer:
                return json.load(answer)
        except (URLError, OSError, ValueError):
            return {}


def write_settings(folder: Path, number: int, pairs: list[tuple[int, int]]) -> None:
    """The settings file of one node; its format holds JSON, too."""
    folder.mkdir(parents=True)
    own = {"transport.port": pairs[number][1]}
    addresses = [f"127.0.0.1:{transport}" for _http, transport in pairs]
    together = {"discovery.seed_hosts": addresses, "cluster.initial_cluster_manager_nodes": addresses}
    others = together if len(pairs) > 1 else {"discovery.type": "single-node"}
    (folder / "opensearch.yml").write_text(json.dumps(SETTINGS | own | others))
