"""The difference of two texts: what is said to be new, removed and unchanged."""

import time

import pytest

from home.workflow.desk.richtext import plain
from home.workflow.desk.words import GAP, GONE, NEW, SAME, compare, shortened


def told(old, new):
    return [(piece.kind, piece.text.strip()) for piece in compare(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Am Montag.", "Am Montag.", [(SAME, "Am Montag.")]),
        ("", "Neu.", [(NEW, "Neu.")]),
        ("Alt.", "", [(GONE, "Alt.")]),
        ("Wir treffen uns am Montag im Rathaus.", "Wir treffen uns am Freitag im Rathaus.",
         [(SAME, "Wir treffen uns am"), (GONE, "Montag"), (NEW, "Freitag"), (SAME, "im Rathaus.")]),
        ("zwei  Wörter", "zwei Wörter", [(SAME, "zwei Wörter")]),
        ("bis 5.5.2026", "bis 6.5.2026", [(SAME, "bis"), (GONE, "5.5.2026"), (NEW, "6.5.2026")]),
        ("am 5. Mai 2024 in", "am 6. Mai 2025 in",
         [(SAME, "am"), (GONE, "5"), (NEW, "6"), (SAME, ". Mai"), (GONE, "2024"), (NEW, "2025"), (SAME, "in")]),
        ("rot oder blau", "grün oder gelb", [(GONE, "rot oder blau"), (NEW, "grün oder gelb")]),
        ("Erstes.\nZweites.", "Erstes. Zweites.",
         [(SAME, "Erstes"), (GONE, "."), (NEW, "."), (SAME, "Zweites.")]),
    ],
)  # fmt: skip
def test_the_truth_table(old, new, expected):
    assert told(old, new) == expected


def test_nothing_is_lost_on_either_side():
    old, new = "Der Bund und das Land fördern das. Ende gut.", "Das Land fördert das nun allein. Alles gut."
    pieces = compare(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != GONE) == new
    assert [w for p in pieces if p.kind != NEW for w in p.text.split()] == old.split()


def test_long_unchanged_parts_are_left_out_and_counted():
    old = "eins " * 60 + "Montag " + "zwei " * 60
    pieces = shortened(compare(old, old.replace("Montag", "Freitag")))
    assert [piece.kind for piece in pieces] == [GAP, SAME, GONE, NEW, SAME, GAP]
    assert [piece.count for piece in pieces if piece.kind == GAP] == [48, 48]


def test_twelve_thousand_characters_of_the_same_few_words_stay_cheap():
    old, new = "und die der das " * 750, "das der die und " * 750
    start = time.process_time()
    compare(old, new)
    assert time.process_time() - start < 1


def test_rich_text_keeps_paragraphs_and_says_where_links_lead():
    html = '<h2>Titel</h2><p>Mehr <a href="https://example.org/">dort</a>.</p><ul><li>eins</li></ul>'
    assert plain(html) == "Titel\nMehr dort ‹https://example.org/›.\n• eins"
