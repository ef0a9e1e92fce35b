"""The stylesheets of paper: the site's tokens, what browser print and PDF share, and the PDF's own page."""

from pathlib import Path

from django.contrib.staticfiles import finders

SHEETS = ("css/tokens.css", "css/print.css", "css/pdf.css")


def sheet_files() -> list[Path]:
    """The files, in their order."""
    found = (finders.find(name) for name in SHEETS)
    return [Path(path) for path in found if path]
