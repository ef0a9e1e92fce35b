"""Runs the default suite on PostgreSQL with Redis as its cache, and says by name what could not be started."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack

from .postgres import postgres
from .redis import redis
from .server import NotHere
from .verapdf import verapdf

SERVERS: dict[str, tuple[str, Callable]] = {
    "PostgreSQL": ("DATABASE_URL", postgres),
    "Redis": ("CACHE_URL", redis),
    "veraPDF": ("VERAPDF_JAR", verapdf),
}


def main() -> int:
    """Starts what there is; without PostgreSQL there is nothing to run."""
    environment = dict(os.environ)
    with ExitStack() as stack:
        for name, (variable, server) in SERVERS.items():
            try:
                environment[variable] = stack.enter_context(server())
            except NotHere as reason:
                print(f"not started: {name} ({reason})")
            else:
                print(f"started: {name}")
        print("not started: search server (there is no engine for one yet)")
        if "DATABASE_URL" not in environment:
            return 0
        return subprocess.run([sys.executable, "-m", "pytest", *sys.argv[1:]], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
