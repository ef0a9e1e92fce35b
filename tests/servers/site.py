"""The site to be measured: own data folder, demo content, the application server of the demo."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .server import free_port, own_folder, running

ROOT = Path(__file__).resolve().parents[2]


class MeasuredSite:
    """A folder, a port, and the commands of the site."""

    def __init__(self, folder: Path, **more: str) -> None:
        self.port, self.folder = free_port(), folder
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
            "AUSHANG_DATA_DIR": str(folder),
            "AUSHANG_BASE_URL": f"http://127.0.0.1:{self.port}",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
            **more,
        }

    @property
    def database(self) -> Path:
        """The file of the database, if it is one."""
        return self.folder / "aushang.sqlite3"

    def started(self, *arguments: str) -> subprocess.Popen:
        """A management command that runs while others go on."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True)

    def manage(self, *arguments: str) -> str:
        """Runs a management command and gives back what it printed; its complaints stay visible."""
        process = self.started(*arguments)
        printed, _none = process.communicate()
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args, printed)
        return printed

    @contextmanager
    def served(self) -> Iterator[None]:
        """The application server, as the demo starts it."""
        os.environ.update(self.environment)
        gunicorn = str(Path(sys.executable).parent / "gunicorn")
        options = ["--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "error"]
        with running([gunicorn, "aushang.wsgi", "--bind", f"127.0.0.1:{self.port}", *options], self.port):
            yield


@contextmanager
def measured_site(**more: str) -> Iterator[MeasuredSite]:
    """A fresh site with the demo content, with more in its environment; its folder vanishes afterwards."""
    with own_folder() as folder:
        site = MeasuredSite(folder, **more)
        site.manage("migrate", "--verbosity", "0")
        site.manage("load_demo")
        yield site


@contextmanager
def twin_of(site: MeasuredSite) -> Iterator[MeasuredSite]:
    """The same site once more, as it is now, in a folder of its own."""
    with own_folder() as folder:
        shutil.copytree(site.folder, folder, dirs_exist_ok=True)
        yield MeasuredSite(folder)
