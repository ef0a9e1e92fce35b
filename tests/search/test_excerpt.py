"""The piece of text below a hit."""

import pytest

from search.excerpt import Marker
from search.language import language

pytestmark = pytest.mark.django_db


def excerpt(text: str, question: str) -> str:
    return Marker.of(language(), question).excerpt(text)


@pytest.mark.parametrize("question", ["gespräche", "Gespraech", "GESPRÄCHEN"])
def test_words_are_marked_whatever_case_form_and_spelling(question):
    assert excerpt("Über Gespräche reden", question) == "Über <mark>Gespräche</mark> reden"


def test_a_compound_is_marked_as_a_whole():
    assert excerpt("Die Nachbarschaftsgespräche", "Gespräch") == "Die <mark>Nachbarschaftsgespräche</mark>"


@pytest.mark.parametrize(
    ("written", "question"),
    [("Start-up", "startup"), ("Corona-Test", "Coronatest"), ("E-Bike", "e-bike"), ("Ebike", "e-bike"), ("A7", "a 7")],
)
def test_words_with_a_hyphen_and_written_as_one_are_marked_for_each_other(written, question):
    assert excerpt(f"Das {written} kommt", question) == f"Das <mark>{written}</mark> kommt"


def test_a_hyphen_between_other_words_changes_nothing():
    assert excerpt("Der Hafen-, Kran- und Berg-Weg am Hafen-Kran", "Hafen") == (
        "Der <mark>Hafen</mark>-, Kran- und Berg-Weg am <mark>Hafen-Kran</mark>"
    )


def test_it_stands_around_the_first_match_and_says_that_it_is_cut():
    text = "Anfang " + "blind " * 100 + "Fund " + "text " * 100
    piece = excerpt(text, "Fund")
    assert piece.startswith("… blind")
    assert piece.endswith("text …")
    assert "<mark>Fund</mark>" in piece
    assert len(piece) < 270


def test_it_prefers_the_place_with_most_words():
    text = "Ein Hafen. " + "und " * 200 + "Am Hafen steht ein Kran."
    assert "<mark>Hafen</mark> steht ein <mark>Kran</mark>" in excerpt(text, "Hafen Kran")


@pytest.mark.parametrize("text", ["", "x" * 5000, "ß" * 300, "İ ffi İ", "a " * 3000])
def test_no_text_is_too_strange(text):
    assert len(excerpt(text, "x fund")) < 300
