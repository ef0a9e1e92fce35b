"""The piece of text below a hit."""

import pytest

from search.excerpt import excerpt


def test_words_are_marked_whatever_case_and_accents():
    assert excerpt("Über Gespräche reden", ["gesprache"]) == "Über <mark>Gespräche</mark> reden"


def test_only_beginnings_of_words_count():
    assert "<mark>" not in excerpt("Nachbarschaftsgespräche", ["gespräche"])


def test_it_stands_around_the_first_match_and_says_that_it_is_cut():
    text = "Anfang " + "blind " * 100 + "Fund " + "text " * 100
    piece = excerpt(text, ["Fund"])
    assert piece.startswith("… blind")
    assert piece.endswith("text …")
    assert "<mark>Fund</mark>" in piece
    assert len(piece) < 270


@pytest.mark.parametrize("text", ["", "x" * 5000, "ß" * 300, "İ ffi İ", "a " * 3000])
def test_no_text_is_too_strange(text):
    assert len(excerpt(text, ["x", "fund"])) < 300
