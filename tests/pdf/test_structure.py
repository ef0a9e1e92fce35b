"""Every PDF says what it is to those who listen to it."""

from io import BytesIO

import pikepdf
import pytest

from home.actions.pdf.glyphs import without
from tests.design.site_under_test import every_type, page_types
from tests.factories import media, pages

from .bodies import PRESS_RELEASE, article_with_everything, municipality, table
from .points import failures
from .tree import Tree

BARE = {"title": "Nur ein Titel", "body": []}


def tree_of(data: bytes) -> Tree:
    """The structure of a PDF."""
    return Tree(pikepdf.open(BytesIO(data)))


def test_an_article_with_every_block_is_accessible(pdf_of):
    assert failures(pdf_of(article_with_everything())) == []


@pytest.mark.parametrize("make", [pages.article, pages.program])
def test_a_page_with_nothing_but_a_title_is_accessible(pdf_of, make):
    assert failures(pdf_of(make(**BARE))) == []


@pytest.mark.parametrize("name", [model.__name__ for model in page_types() if model.is_article])
def test_every_type_of_article_is_accessible_with_all_that_it_can_show(pdf_of, name):
    assert failures(pdf_of(every_type()[name])) == []


def test_a_case_study_with_nothing_but_its_town_is_accessible(pdf_of):
    assert failures(pdf_of(pages.case_study(**BARE, municipality=municipality()))) == []


def test_a_pasted_press_release_keeps_its_structure(pdf_of):
    tree = tree_of(pdf_of(pages.article(body=PRESS_RELEASE)))
    roles = [node.role for node in tree.nodes]
    assert [role for role in roles if role[0] == "H"] == ["H1", "H2", "H3", "H4", "H2"]
    assert roles.count("L") == 5  # three levels, the numbered one, and the links at the end
    assert [node.attributes["ListNumbering"] for node in tree.of("L")].count("/Decimal") == 1
    assert failures(pdf_of(pages.article(body=PRESS_RELEASE))) == []


def test_it_names_language_title_and_publisher(pdf_of):
    page = pages.article(title="Über „Räume“", lead="Kurz gesagt.")
    with pikepdf.open(BytesIO(pdf_of(page))) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert pdf.open_metadata()["dc:title"] == "Über „Räume“"
        assert pdf.open_metadata()["dc:description"] == "Kurz gesagt."
        assert str(pdf.docinfo["/Author"])


def test_a_picture_that_decorates_is_seen_and_not_read(pdf_of):
    page = pages.article(lead_image=media.picture(), lead_image_alt="")
    data = pdf_of(page)
    tree = tree_of(data)
    assert [str(node.element.Alt)[:7] for node in tree.of("Figure")] == ["QR-Code"]
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1
    assert failures(data) == []


def test_pictures_go_in_as_jpeg(pdf_of):
    with pikepdf.open(BytesIO(pdf_of(pages.article(lead_image=media.picture(), lead_image_alt="Blau")))) as pdf:
        filters = {str(image.get("/Filter")) for page in pdf.pages for image in page.get_images().values()}
    assert filters == {"/DCTDecode"}


def test_a_missing_file_leaves_a_gap_and_nothing_worse(pdf_of):
    picture = media.picture()
    page = pages.article(lead_image=picture, lead_image_alt="Blau")
    picture.file.storage.delete(picture.file.name)
    assert failures(pdf_of(page)) == []


def test_the_term_is_the_label_and_the_description_the_body_of_its_item(pdf_of):
    facts = {
        "type": "facts",
        "value": {"title": "Auf einen Blick", "facts": [{"term": "Dauer", "value": "zwei Jahre"}]},
    }
    tree = tree_of(pdf_of(pages.article(body=[facts])))
    assert [kid.role for kid in tree.of("LI")[0].kids] == ["Lbl", "LBody"]


def test_running_header_and_footer_are_passed_over(pdf_of):
    with pikepdf.open(BytesIO(pdf_of(pages.article(body=[{"type": "table", "value": table(90)}])))) as pdf:
        assert len(pdf.pages) > 1
        assert b"/Pagination" in pdf.pages[1].Contents.read_bytes()


@pytest.mark.parametrize("sign", ["\U0001f9ff", "\U00020000"])
def test_a_sign_that_no_font_has_is_left_out_and_named_in_the_log(pdf_of, sign, caplog):
    data = pdf_of(pages.article(body=[{"type": "text", "value": f"<p>Fertig {sign}!</p>"}]))
    messages = [record.getMessage() for record in caplog.records]
    assert f"No installed font shows: U+{ord(sign):04X}" in messages[-1]  # nothing missing in the second run
    assert failures(data) == []


def test_pictographs_vanish_and_letters_leave_a_square():
    assert without("a\U0001f9ffb\U00020000c", {"\U0001f9ff", "\U00020000"}) == "ab□c"
