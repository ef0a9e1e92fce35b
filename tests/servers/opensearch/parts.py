"""Fetches the parts of OpenSearch once, by Maven, into a folder of the machine's cache."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from ..packages import cache_folder
from ..server import NotHere, program
from .versions import Version

POM = Path(__file__).with_name("pom.xml")
FETCH_SECONDS = 600


def parts(version: Version) -> Path:
    """The folder with the libraries; fetched if it is not there yet."""
    wanted = hashlib.sha256(POM.read_bytes()).hexdigest()[:8]
    folder = cache_folder() / f"opensearch-{version.runner}-{wanted}"
    if not folder.exists():
        fetch(version.runner, folder)
    return folder


def fetch(runner: str, folder: Path) -> None:
    """Maven copies the runner and all it needs; a half-filled folder never gets the final name."""
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={unfinished}"]
    command = [program("mvn"), "-B", "-q", "-f", str(POM), f"-Drunner={runner}", *goal]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=FETCH_SECONDS)
        unfinished.rename(folder)
    except (subprocess.SubprocessError, OSError) as error:
        raise NotHere(f"Maven could not fetch its parts: {error}") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
