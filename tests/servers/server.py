"""Starts and stops a server of this machine in a folder of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 20


class NotHere(Exception):  # noqa: N818
    """The server cannot be started on this machine; the text says why."""


def program(*names: str) -> str:
    """The path of the first of these programs, also in Debian's folders of PostgreSQL versions."""
    folders = [*os.get_exec_path(), *(str(path) for path in sorted(Path("/usr/lib/postgresql").glob("*/bin"))[::-1])]
    for name in names:
        if found := shutil.which(name, path=os.pathsep.join(folders)):
            return found
    raise NotHere(f"{names[0]} is not installed")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def own_folder(user: str | None = None) -> Iterator[Path]:
    """A folder that vanishes afterwards, owned by `user` if given."""
    folder = Path(tempfile.mkdtemp(prefix="aushang-"))
    if user:
        shutil.chown(folder, user)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    """The server process, from the moment its port answers until the block ends."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def wait_for(port: int, process: subprocess.Popen) -> None:
    """Until the port answers; raises when the process ended or took too long."""
    for _attempt in range(START_SECONDS * 10):
        if process.poll() is not None:
            raise NotHere(f"{process.args[0]} ended at once with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise NotHere(f"{process.args[0]} did not answer within {START_SECONDS} seconds")
