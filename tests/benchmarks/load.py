"""Asks an address again and again over kept connections, and counts the answers."""

import socket
import statistics
import threading
import time

CONNECTIONS = 4
SECONDS = 0.9
ROUNDS = 3


class Connection:
    """One kept connection that reads answers with a Content-Length."""

    def __init__(self, port: int, path: str) -> None:
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()

    def ask(self) -> tuple[int, int]:
        """Status and size of one answer."""
        self.stream.sendall(self.request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self.stream.recv(65536)
        head, _, body = data.partition(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        received = len(body)
        while received < length:
            received += len(self.stream.recv(65536))
        return int(head.split()[1]), length


def size_of(port: int, path: str) -> int:
    """Bytes of the answer; raises when it is not a 200."""
    status, size = Connection(port, path).ask()
    if status != 200:
        raise RuntimeError(f"{path} answered {status}")
    return size


def requests_per_second(port: int, path: str, seconds: float = SECONDS) -> float:
    """Answers per second over a few connections at once."""
    counts: list[int] = []

    def keep_asking() -> None:
        connection, count = Connection(port, path), 0
        while time.perf_counter() < until:
            connection.ask()
            count += 1
        counts.append(count)

    start = time.perf_counter()
    until = start + seconds
    threads = [threading.Thread(target=keep_asking) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - start)


def against_constant(port: int, path: str) -> tuple[float, float, int]:
    """Requests per second of the address and of the constant view of the same size, in turns; medians."""
    size = size_of(port, path)
    pairs = [
        (requests_per_second(port, path), requests_per_second(port, f"/constant/{size}/")) for _round in range(ROUNDS)
    ]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs), size
