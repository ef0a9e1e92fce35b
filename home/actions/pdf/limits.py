"""What the press may use up: processor time for each document, memory, and no network at all."""

import math
import os
import resource
import sys
import time
from typing import Any

MEMORY_BYTES = 3 * 2**29
# Readers' requests go first.
NICE = 10
FORBIDDEN = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
FORBIDDEN_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")


def confine() -> None:
    """For the whole life of this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(NICE)
    sys.addaudithook(refuse_network)


def start_clock(seconds: int) -> None:
    """Grants processor time for one more document; the kernel ends the process when it is used up."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + seconds, hard))


def refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """A second lock behind the fetcher: this process speaks to nobody and starts nothing."""
    if event in FORBIDDEN or event in FORBIDDEN_PROGRAMS:
        raise PermissionError(event)
