"""Files for the importer, and what it says."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

Import = Callable[..., str]


@pytest.fixture
def run(db, tmp_path: Path) -> Import:
    """Writes lines into a file, imports it and returns what was said."""

    def write_and_import(*lines: str, encoding: str = "utf-8", data: bytes | None = None, **options) -> str:
        file = tmp_path / "liste.txt"
        file.write_bytes("\r\n".join(lines).encode(encoding) if data is None else data)
        if "changes" in options:
            changes = tmp_path / "aenderungen.csv"
            changes.write_text(options["changes"])
            options["changes"] = changes
        said = StringIO()
        call_command("import_municipalities", str(file), stdout=said, **options)
        return said.getvalue()

    return write_and_import
