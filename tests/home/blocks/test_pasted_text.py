"""What is pasted from a word processor is stored clean."""

import pytest

from home.blocks.text import TextBlock


@pytest.mark.parametrize(
    ("pasted", "stored"),
    [
        ("<p>Eins</p><p></p><p>Zwei</p>", "<p>Eins</p><p>Zwei</p>"),
        ('<p data-block-key="a"> </p><p>Eins</p>', "<p>Eins</p>"),
        ("<p>Eins</p><p>&nbsp;</p><p><br/></p>", "<p>Eins</p>"),
        ("<p>Gute Nachbar\u00adschaft</p>", "<p>Gute Nachbar\u00adschaft</p>"),
        ("<h2>Titel</h2><ul><li></li></ul>", "<h2>Titel</h2><ul><li></li></ul>"),
    ],
)
def test_empty_paragraphs_are_left_out(pasted, stored):
    assert TextBlock().value_from_form(pasted).source == stored
