"""Runs the journeys where a Chromium is; says so where none is."""

import subprocess
import sys
from pathlib import Path

from tests.journeys.browser import chromium


def main() -> int:
    """pytest on this folder, two demos and browsers at a time; its failures are the journeys'."""
    if chromium() is None:
        print("skipped: no Chromium on this machine. Debian and Ubuntu: apt-get install chromium")
        return 0
    options = ["-o", "addopts=", "-q", "-p", "no:cacheprovider", "-n", "2", "--dist", "loadfile", *sys.argv[1:]]
    return subprocess.run(
        [sys.executable, "-m", "pytest", str(Path(__file__).parent), *options], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
