"""A server that speaks Elasticsearch's interface: proof of the client's path, not of relevance."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .opensearch.parts import cache_folder
from .server import NotHere, free_port, own_folder, running

PACKAGE = "noida-db==0.2.3"
INSTALL_SECONDS = 180


@contextmanager
def elastic() -> Iterator[str]:
    """The address (ELASTIC_TEST_URL): a real Elasticsearch when ELASTICSEARCH_URL names one, else a stand-in."""
    if real := os.environ.get("ELASTICSEARCH_URL"):
        yield real
        return
    program, port = stand_in(), free_port()
    with own_folder() as folder:
        options = ["start", "--only", "elasticsearch", "--elasticsearch-port", str(port), "--data-dir", str(folder)]
        with running([str(program), *options], port):
            yield f"elasticsearch://127.0.0.1:{port}/test"


def stand_in() -> Path:
    """The program of the stand-in, in an environment of its own beside the other test servers."""
    folder = cache_folder() / PACKAGE.replace("==", "-")
    try:
        if not folder.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        if not (found := list(folder.glob("lib/*/site-packages/noida_db/noida-db"))):
            install = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", PACKAGE]
            subprocess.run(install, check=True, capture_output=True, timeout=INSTALL_SECONDS)
            found = list(folder.glob("lib/*/site-packages/noida_db/noida-db"))
        found[0].chmod(0o755)
    except (subprocess.SubprocessError, OSError, IndexError) as error:
        raise NotHere(f"its package could not be installed: {error}") from error
    return found[0]
