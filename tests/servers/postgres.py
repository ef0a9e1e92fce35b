"""A PostgreSQL server."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from .server import free_port, own_folder, program, running


@contextmanager
def postgres() -> Iterator[str]:
    """The address (DATABASE_URL) of a fresh server; as root it runs under the account `postgres`."""
    initdb, server = program("initdb"), program("postgres")
    account = "postgres" if os.geteuid() == 0 else None
    prefix = ["runuser", "-u", account, "--"] if account else []
    with own_folder(account) as folder:
        data = folder / "data"
        subprocess.run(
            [*prefix, initdb, "-D", data, "-U", "aushang", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
            check=True,
            capture_output=True,
        )
        port = free_port()
        options = ["-c", "fsync=off", "-c", "full_page_writes=off", "-k", str(folder), "-p", str(port)]
        with running([*prefix, server, "-D", str(data), "-h", "127.0.0.1", *options], port):
            yield f"postgres://aushang@127.0.0.1:{port}/postgres"
