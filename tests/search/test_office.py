"""The text of files of office programs, and files that want to harm."""

import time
import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.base import ContentFile

from home.media.models import File
from search.documents import LONGEST_BODY
from search.office import office_text
from tests.factories import pages

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE, TEXT = ("urn:oasis:names:tc:opendocument:xmlns:" + name for name in ("office:1.0", "text:1.0"))
DOCX = (
    f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>Förder</w:t></w:r><w:r><w:t>mittel</w:t></w:r></w:p>'
    "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>für Vereine</w:t></w:r></w:p></w:body></w:document>"
)
ODT = (
    f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}"><o:body><o:text><t:h>Fördermittel</t:h>'
    "<t:p>für<t:s/>Vereine</t:p></o:text></o:body></o:document-content>"
)
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
ODS = (
    f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}" xmlns:s="{TABLE}"><o:body><o:spreadsheet><s:table>'
    "<s:table-row><s:table-cell><t:p>Fördermittel</t:p></s:table-cell><s:table-cell><t:p>für</t:p></s:table-cell>"
    "<s:table-cell><t:p>Vereine</t:p></s:table-cell></s:table-row></s:table></o:spreadsheet></o:body>"
    "</o:document-content>"
)
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
XLSX = (
    f'<x:sst xmlns:x="{SHEET}"><x:si><x:r><x:t>Förder</x:t></x:r><x:r><x:t>mittel</x:t></x:r></x:si>'
    "<x:si><x:t>für Vereine</x:t></x:si></x:sst>"
)
CELLS = (
    f'<x:worksheet xmlns:x="{SHEET}"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c>'
    '<x:c t="inlineStr"><x:is><x:t>Turnhalle</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
)
PARTS = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "ods": "content.xml",
    "xlsx": "xl/sharedStrings.xml",
}


def packed(extension: str, content: str | bytes) -> BytesIO:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(PARTS[extension], content)
    return stream


@pytest.mark.parametrize(
    ("extension", "content"), [("docx", DOCX), ("odt", ODT), ("ods", ODS), ("xlsx", XLSX)], ids=PARTS
)
def test_words_stay_whole_and_paragraphs_apart(extension, content):
    assert office_text(packed(extension, content), extension) == "Fördermittel für Vereine"


def test_words_that_stand_in_the_cells_of_a_sheet_are_read_numbers_are_not():
    stream = packed("xlsx", XLSX)
    with ZipFile(stream, "a") as archive:
        for number in range(1, 100):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", CELLS)
    found = office_text(stream, "xlsx")
    assert found.startswith("Fördermittel für Vereine Turnhalle Turnhalle")
    assert 1 < found.count("Turnhalle") < 60


def test_entities_are_never_expanded():
    bomb = '<!DOCTYPE b [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' + DOCX.replace("Förder", "&b;")
    assert office_text(packed("docx", bomb), "docx") == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_nor_in_another_encoding(encoding):
    bomb = '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + ODT.replace("für", "&a;")
    assert office_text(packed("odt", bomb.encode(encoding)), "odt") == ""


def unpacking_to_much(element: str) -> BytesIO:
    """A small file of 120 megabytes of this element."""
    head, foot = DOCX.split("Förder")
    return packed("docx", head + element * (120_000_000 // len(element)) + foot)


def test_a_small_file_that_unpacks_to_much_takes_little_time():
    stream = unpacking_to_much("<w:x/>")
    started = time.process_time()
    office_text(stream, "docx")
    assert time.process_time() - started < 30


def test_and_little_memory():
    # Counting memory takes its time with every element: long ones, therefore.
    stream = unpacking_to_much(f"<w:x a='{'x' * 1000}'/>")
    tracemalloc.start()
    office_text(stream, "docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


def test_much_text_is_cut():
    long = DOCX.replace("für Vereine", "Wort " * 100_000)
    assert len(office_text(packed("docx", long), "docx")) <= LONGEST_BODY


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + b"\x00" * 40])
def test_what_is_damaged_has_no_text(data):
    assert office_text(BytesIO(data), "docx") == ""
    assert office_text(packed("odt", "<o:open"), "odt") == ""
    assert office_text(packed("odt", "x"), "docx") == ""


@pytest.mark.django_db
@pytest.mark.parametrize(("extension", "content"), [("docx", DOCX), ("ods", ODS), ("xlsx", XLSX)])
def test_readers_find_a_linked_file_by_its_text(ask, extension, content):
    file = ContentFile(packed(extension, content).getvalue(), f"blatt.{extension}")
    file = File.objects.create(title="Blatt", file=file)
    body = [{"type": "downloads", "value": {"title": "Mehr", "files": [{"document": file.pk, "title": ""}]}}]
    pages.article(title="Mit Anhang", body=body)
    assert [hit["title"] for hit in ask(q="Fördermittel", typ="document")["results"]] == ["Blatt"]
