"""A Redis (or Valkey) server."""

from collections.abc import Iterator
from contextlib import contextmanager

from .server import free_port, own_folder, program, running


@contextmanager
def redis() -> Iterator[str]:
    """The address (CACHE_URL) of a fresh server."""
    server, port = program("redis-server", "valkey-server"), free_port()
    with own_folder() as folder:
        options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
        with running([server, *options], port):
            yield f"redis://127.0.0.1:{port}/0"
