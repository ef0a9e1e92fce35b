"""Forms and families of German words, and what answers a whole sentence best."""

import pytest

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Azubis", "Azubi"),
        ("Omas", "Oma"),
        ("Büros", "Büro"),
        ("Handy", "Handys"),
        ("seriöse Anbieter", "seriös"),
        ("Zeugnisse", "Zeugnis"),
        ("moderieren", "Moderation"),
        ("Moderatorinnen", "moderieren"),
        ("diskutieren", "Diskussionen"),
        ("qualifiziert", "Qualifikation"),
        ("Reparaturen", "reparieren"),
        ("investierte", "Investition"),
        ("Trinkwasser", "Wasser"),
        ("Streuobstwiese", "Obst"),
    ],
)
def test_other_forms_and_relatives_of_a_word_are_found(titles, written, asked):
    pages.article(title="Tagblatt", lead=f"Heute geht es um {written}.")
    assert titles(q=asked) == ["Tagblatt"]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Sie treffen sich im Park.", "Sicherheit"),
        ("Sie treffen sich im Park.", "sicherer"),
        ("Das war alle Tage so.", "Ware"),
        ("Das war alle Tage so.", "Allee"),
        ("Er will nicht.", "Wille"),
        ("Der Nachtfalter fliegt.", "Alter"),
        ("Ein neuer Wasserbehälter.", "Alter"),
        ("Die nächste Generation.", "generieren"),
    ],
)
def test_words_that_only_look_alike_are_not_found(titles, written, asked):
    pages.article(title="Tagblatt", lead=written)
    assert titles(q=asked) == []


def test_little_words_count_in_phrases_as_they_are(titles):
    pages.article(title="Tagblatt", lead="Sie treffen sich im Park.")
    assert titles(q='"treffen sich im Park"') == ["Tagblatt"]
    assert titles(q='"treffen sicher im Park"') == []


def test_a_long_word_with_a_slip_is_corrected_though_its_parts_are_words(ask):
    pages.article(title="Jugendgemeinderat gewählt", lead="Die Stadt freut sich.")
    pages.article(title="Mit dem Rad", lead="Die Gemeinde fährt los.")
    answer = ask(q="Jugendgemeinderad")
    assert answer["results"][0]["title"] == "Jugendgemeinderat gewählt"
    assert answer["suggestion"] == "Jugendgemeinderat"


def test_the_rare_word_of_a_question_decides(titles):
    for number in range(5):
        pages.article(title=f"Alte Mühle {number}", lead="Eine alte Mühle.")
    pages.article(title="Sperrmüll wird abgeholt", lead="Möbel stellen Sie an die Straße.")
    assert titles(q="Wohin mit alten Möbeln?")[0] == "Sperrmüll wird abgeholt"


def test_what_is_asked_for_weighs_more_than_another_word_for_it(titles):
    pages.article(title="Seniorinnen und Rentner", lead="Senioren, Rentner: ein Treffen.")
    pages.article(title="Nachmittag", lead="Wer alt ist, kommt mit dem Drachen.")
    assert titles(q="alte Drachenfreunde")[0] == "Nachmittag"


def test_if_nothing_else_answers_one_part_of_one_word_does(titles):
    pages.article(title="Landarztquote", lead="Leichter zur Medizin.")
    assert titles(q="Medizinpreis ohne Bestnote") == ["Landarztquote"]
