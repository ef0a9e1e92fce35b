"""The text of DOCX and ODT, and files that want to harm."""

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
PARTS = {"docx": "word/document.xml", "odt": "content.xml"}


def packed(extension: str, content: str | bytes) -> BytesIO:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(PARTS[extension], content)
    return stream


@pytest.mark.parametrize(("extension", "content"), [("docx", DOCX), ("odt", ODT)])
def test_words_stay_whole_and_paragraphs_apart(extension, content):
    assert office_text(packed(extension, content), extension) == "Fördermittel für Vereine"


def test_entities_are_never_expanded():
    bomb = '<!DOCTYPE b [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' + DOCX.replace("Förder", "&b;")
    assert office_text(packed("docx", bomb), "docx") == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_nor_in_another_encoding(encoding):
    bomb = '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + ODT.replace("für", "&a;")
    assert office_text(packed("odt", bomb.encode(encoding)), "odt") == ""


def test_a_small_file_that_unpacks_to_much_takes_little():
    head, foot = DOCX.split("Förder")
    stream = packed("docx", head + "<w:x/>" * 20_000_000 + foot)
    tracemalloc.start()
    started = time.process_time()
    office_text(stream, "docx")
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
    assert time.process_time() - started < 60


def test_much_text_is_cut():
    long = DOCX.replace("für Vereine", "Wort " * 100_000)
    assert len(office_text(packed("docx", long), "docx")) <= LONGEST_BODY


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + b"\x00" * 40])
def test_what_is_damaged_has_no_text(data):
    assert office_text(BytesIO(data), "docx") == ""
    assert office_text(packed("odt", "<o:open"), "odt") == ""
    assert office_text(packed("odt", "x"), "docx") == ""


@pytest.mark.django_db
def test_readers_find_a_linked_file_by_its_text(ask):
    file = File.objects.create(title="Blatt", file=ContentFile(packed("docx", DOCX).getvalue(), "blatt.docx"))
    body = [{"type": "downloads", "value": {"title": "Mehr", "files": [{"document": file.pk, "title": ""}]}}]
    pages.article(title="Mit Anhang", body=body)
    assert [hit["title"] for hit in ask(q="Fördermittel", typ="document")["results"]] == ["Blatt"]
