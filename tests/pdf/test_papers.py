"""The papers of the portal: readable for everybody, on two pages, and the same words for a word processor."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from home.actions.pdf import engine
from programs.models import CaseStudyFigure, CaseStudyPage, CaseStudyStep
from programs.portal.documents.content import council_paper, questions
from tests.factories import portal

from .points import failures

pytestmark = pytest.mark.django_db
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = f"<p>{'Ein <b>langer</b> Satz über die Bänke und alle, die sich dazusetzen. ' * 40}</p>"


@pytest.fixture
def study(author) -> CaseStudyPage:
    """Everything said, and far too much of it."""
    place = portal.town()
    place.population = 58_300
    place.save()
    page = portal.complete(author, place)
    text = page.get_latest_revision_as_object()
    for name in ("situation", "approach", "results", "pitfalls", "tips"):
        setattr(text, name, LONG)
    text.goals = "\n".join(f"Ziel {number}" for number in range(9))
    text.prerequisites = "Eine Person\nEtwas Geld"
    text.steps = [CaseStudyStep(title=f"Schritt {number}", text="Wort " * 100) for number in range(6)]
    text.figures = [CaseStudyFigure(number=Decimal(1012), unit="Menschen", label="kamen", as_of=date(2025, 1, 1))]
    text.cost_total, text.funded_by = 31_400, "Land"
    text.last_published_at = text.latest_revision_created_at or page.latest_revision_created_at
    return text


def words_of(docx: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        for part in package.namelist():
            ElementTree.fromstring(package.read(part))
        body = ElementTree.fromstring(package.read("word/document.xml"))
    found = []
    for paragraph in body.iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        found.append(
            (
                style.get(f"{WORD}val") if style is not None else "",
                "".join(text.text or "" for text in paragraph.iter(f"{WORD}t")),
            )
        )
    return found


def barriers(data: bytes) -> list[str]:
    """What the check of structure finds; a paper has no table, and no cells."""
    return [point for point in failures(data) if point != "has header cells"]


def test_the_longest_case_study_fits_on_two_pages(study):
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")
    data = council_paper(study).as_pdf("http://127.0.0.1/")
    assert barriers(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) <= 2


def test_the_questions_can_be_read_by_everybody(study):
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")
    assert barriers(questions(study).as_pdf("http://127.0.0.1/")) == []


def test_the_words_stand_in_the_file_for_word_processors_without_marks(study):
    words = words_of(council_paper(study).as_docx())
    text = "\n".join(text for _style, text in words)
    assert "**" not in text
    assert "langer Satz" in text
    for said in ("Einwohnerzahl: 58.300", "1.012 Menschen kamen", "Kosten: 31.400 €", "Schritt 0", "Etwas Geld"):
        assert said in text
    headings = [text for style, text in words if style == "Heading1"]
    assert headings[:2] == ["Eckdaten", "Ausgangslage und Anlass"]
    assert headings[-2:] == ["Kontakt", "Quelle"]


def test_sections_are_headings_above_their_questions(study):
    styles = [style for style, _text in words_of(questions(study).as_docx()) if style.startswith("Heading")]
    assert styles[0] == "Heading1"
    assert styles[1] == "Heading2"
    assert styles.count("Heading1") == 11
