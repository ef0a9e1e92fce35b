"""The stylesheets of paper: the site's tokens, what browser print and PDF share, and the PDF's own page."""

from itertools import chain
from pathlib import Path

from django.contrib.staticfiles import finders

PLACES = ("css/tokens.css", "css/print", "css/pdf")


def sheet_files() -> list[Path]:
    """The files, in their order; a folder stands for all sheets in it."""
    found = (Path(path) for name in PLACES if (path := finders.find(name)))
    return list(chain.from_iterable(sorted(path.glob("*.css")) if path.is_dir() else [path] for path in found))
