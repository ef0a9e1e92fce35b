"""The press kit of a case study: what a town hall passes on when it tells of its example, in one file."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import slugify

from home.actions.pdf.making import NO_PDF, typeset
from home.actions.qr import qr_file

from ...models import CaseStudyPage, CaseStudyPicture
from ..uploads import copy_of
from .content import council_paper, day_of, press_text

# The larger side of a picture in pixels: enough for a page of a newspaper.
FOR_PRINT = 3000
Member = tuple[str, bytes]


def released_text(page: CaseStudyPage) -> CaseStudyPage | None:
    """What readers see, or will see at its date; nothing before the release."""
    if page.live:
        return page
    return page.scheduled_revision.as_object() if page.scheduled_revision else None


def press_kit(page: CaseStudyPage) -> bytes:
    """Text, pictures, code and papers; PDFs are left out where no press is."""
    pictures = [row for row in page.pictures.all() if may_be_passed_on(row)]
    files = [(picture_name(number, row), row) for number, row in enumerate(pictures, start=1)]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kit:
        for name, content in members(page, files):
            kit.writestr(f"pressepaket-{page.slug}/{name}", content)
    return out.getvalue()


def members(page: CaseStudyPage, files: list[tuple[str, CaseStudyPicture]]) -> Iterator[Member]:
    """Everything in it, with what is to be known first."""
    left_out = page.pictures.count() - len(files)
    said = {"page": page, "files": files, "left_out": left_out, "day": day_of(page)}
    said["embargo"] = day_of(page) > timezone.now()
    yield "lies-mich.txt", render_to_string("portal/press_kit.txt", said).encode()
    yield "pressetext.docx", press_text(page).as_docx()
    yield "ratsvorlage.docx", council_paper(page).as_docx()
    yield "qr-code.svg", qr_file(page.short_url)
    yield from pressed("artikel.pdf", lambda: typeset(page))
    yield from pressed("ratsvorlage.pdf", lambda: council_paper(page).as_pdf(settings.BASE_URL + "/"))
    for name, row in files:
        yield name, copy_of(row.image, FOR_PRINT)


def pressed(name: str, make: Callable[[], bytes]) -> Iterator[Member]:
    """A PDF, where one can be made now."""
    try:
        yield name, make()
    except NO_PDF:
        return


def may_be_passed_on(row: CaseStudyPicture) -> bool:
    """The municipality's own pictures, and free ones; a right that was granted is granted for this site."""
    return row.licence in (row.Licence.OWN, row.Licence.FREE)


def picture_name(number: int, row: CaseStudyPicture) -> str:
    """Tells what is to be seen."""
    return f"bilder/{number}-{slugify(row.alt)[:40].strip('-') or 'bild'}.jpg"
