"""Numbers in tables stay in one piece; everything else may be broken where its column is narrow."""

import pytest

from home.blocks.templatetags.cells import cell_text


@pytest.mark.parametrize("text", ["50", "1.234.567 €", "−3,5", "14:30", "01.12.2026", "+4,5 %", " 12 "])
def test_a_number_is_marked(text):
    assert cell_text(text) == f'<span class="table-number">{text.strip()}</span>'


@pytest.mark.parametrize("text", ["ja", "12. Oktober", "3 bis 5", "12.345.678,90 €", "0711 555 01 22", ""])
def test_words_and_numbers_wider_than_a_column_are_not(text):
    assert cell_text(text) == text


def test_text_keeps_its_lines_and_is_escaped():
    assert cell_text("a < b\nc") == "a &lt; b<br>c"
    assert cell_text(None) == ""
