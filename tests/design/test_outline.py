"""Whatever heading levels editors pick, readers get an outline without gaps below the one h1."""

import re

import pytest

from home.blocks.outline import sound_outline


def headings(levels: str) -> str:
    """Markup with headings of these levels."""
    return "".join(f'<h{level} class="x">Titel</h{level}><p>Text</p>' for level in levels.split())


@pytest.mark.parametrize(
    ("picked", "shown"),
    [
        ("", ""),
        ("2", "2"),
        ("3", "2"),
        ("1", "2"),
        ("2 3 4", "2 3 4"),
        ("2 4", "2 3"),
        ("2 4 3", "2 3 3"),
        ("2 4 4 2", "2 3 3 2"),
        ("3 2 3", "2 2 3"),
        ("4 3 2", "2 2 2"),
        ("2 6 3 5 2 3", "2 3 3 4 2 3"),
        ("1 2 3 4 5 6", "2 2 3 4 5 6"),
        ("3 3 4 3", "2 2 3 2"),
    ],
)
def test_levels_are_remapped(picked, shown):
    assert " ".join(re.findall(r"<h(\d)", sound_outline(headings(picked)))) == shown


def test_ends_match_their_beginnings():
    assert sound_outline('<H4 id="a">A</H4><p>B</p>') == '<h2 id="a">A</h2><p>B</p>'


def test_only_headings_are_touched():
    html = "<hr><header>h3</header><html-x></html-x><p>&lt;h3&gt;</p>"
    assert sound_outline(html) == html
