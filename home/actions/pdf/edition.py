"""Which PDF belongs to a page now: one for each live revision, address and look, and what everybody may see of it."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.db.models import Max
from django.template.loader import get_template

from home.media.private import hidden_pictures
from home.page.models import BasePage, Contact

from .sheets import sheet_files

TEMPLATE_FOLDERS = ("pdf", "articles", "blocks", "components")


def edition_of(page: BasePage) -> str:
    """The name of the PDF that shows what the page shows now; also its ETag."""
    revision = page.live_revision_id or f"{page.last_published_at or page.first_published_at:%Y%m%d%H%M%S}"
    contacts = Contact.objects.aggregate(at=Max("changed_at"))["at"]
    parts = [template_version(), page.canonical_url(), contacts, *hidden_pictures(page)]
    look = sha256(" ".join(map(str, parts)).encode()).hexdigest()[:12]
    return f"{revision}-{page.locale.language_code}-{look}"


@cache
def template_version() -> str:
    """Changes with everything that shapes all PDFs: templates, sheets, WeasyPrint."""
    digest = sha256(version("weasyprint").encode())
    for file in [*sheet_files(), *template_files()]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def template_files() -> list[Path]:
    """All templates a document can be made of."""
    folder = Path(get_template("pdf/document.html").origin.name).parent.parent
    return sorted(file for name in TEMPLATE_FOLDERS for file in (folder / name).glob("*.html"))
