"""Files that a live, public page refers to: readers find them. Text is read from PDF, office files and plain text."""

import logging

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from wagtail.models import ReferenceIndex

from home.media.models import File
from home.page.models import BasePage

from .documents import LONGEST_BODY, SearchDoc
from .office import PARTS, office_text

logger = logging.getLogger(__name__)
KIND = "document"
MOST_PAGES, LARGEST_FILE = 300, 40_000_000


def references():
    """References from pages to files: (page key, file key) as text."""
    page_types = ContentType.objects.get_for_model(BasePage)
    file_type = ContentType.objects.get_for_model(File)
    return ReferenceIndex.objects.filter(base_content_type=page_types, to_content_type=file_type)


def public(own: set[int] | None = None) -> QuerySet[File]:
    """Files that a live, public page refers to, of all or of these."""
    found = references() if own is None else references().filter(to_object_id__in=[str(pk) for pk in own])
    pairs = list(found.values_list("object_id", "to_object_id").distinct())
    pages = BasePage.objects.readable().filter(pk__in={page for page, _file in pairs})
    readable = {str(pk) for pk in pages.values_list("pk", flat=True)}
    return File.objects.filter(pk__in={int(file) for page, file in pairs if page in readable})


def keys_of_page(page_id: int) -> list[int]:
    """Keys of the files that a page refers to."""
    found = references().filter(object_id=str(page_id)).values_list("to_object_id", flat=True)
    return [-int(file) for file in set(found)]


def document(file: File, key: int) -> SearchDoc:
    """A file with its text."""
    return SearchDoc(
        key=key,
        kind=KIND,
        title=file.title,
        body=text_of(file),
        url=file.url,
        date=file.created_at,
        written=file.file.name,
    )


def text_of(file: File) -> str:
    """The text of a file; empty if there is none, or if it cannot be read."""
    try:
        if file.file.size > LARGEST_FILE:
            return ""
        with file.file.open("rb") as stream:
            if file.file_extension.lower() == "pdf":
                return pdf_text(stream)
            if file.file_extension.lower() in PARTS:
                return office_text(stream, file.file_extension.lower())
            if file.file_extension.lower() in {"csv", "txt"}:
                return stream.read(LONGEST_BODY).decode("utf-8", "replace")
    except Exception:
        # Somebody's file: whatever is wrong with it, the index goes on without its text.
        logger.warning("File %s: its text could not be read", file.pk, exc_info=True)
    return ""


def pdf_text(stream) -> str:
    """The text of the first pages."""
    pieces, length = [], 0
    try:
        for page in PdfReader(stream).pages[:MOST_PAGES]:
            pieces.append(page.extract_text())
            length += len(pieces[-1])
            if length > LONGEST_BODY:
                break
    except PyPdfError:
        logger.info("A PDF is damaged; its text is searched as far as it goes")
    return " ".join(" ".join(pieces).replace("\x00", " ").split())[:LONGEST_BODY]
