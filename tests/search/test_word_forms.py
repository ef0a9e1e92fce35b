"""Forms and families of German words, and what answers a whole sentence best."""

import pytest

from search.models import SynonymGroup
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
        ("ärztliche Hilfe", "Arzt"),
        ("einen Arzt", "ärztlich"),
        ("Patinnen und Paten", "Patenschaft"),
        ("pflegende Angehörige", "Pflege"),
        ("den Bäcker", "Bäckereien"),
        ("kranke Tiere", "Krankheiten"),
        ("Demokraten", "Demokratie"),
        ("französische Gäste", "Frankreich"),
        ("bäuerliche Betriebe", "Bauern"),
        ("Helferinnen", "Hilfe"),
        ("ein Klop-up", "klopup"),
        ("ein Klopup", "klop-up"),
        ("das Klop-up-Haus", "klopup"),
        ("die A7", "A 7"),
        ("im Quark-Murmel", "quarkmurmel"),
        ("Klop\u2011up", "klopup"),
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
        ("Es sind viele an der Zahl.", "Zähler"),
        ("Der Bau beginnt.", "Bauer"),
        ("Aus gutem Grund.", "Gründer"),
        ("Ein künstlicher See.", "Kunst"),
        ("Die ganze Mannschaft.", "Mann"),
        ("Eine schöne Landschaft.", "Land"),
        ("Das Land gibt Geld.", "ländlich"),
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


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Wie bekomme ich einen Platz im Chor?", "Chor"),
        ("Wo finde ich den Chor?", "Chor"),
        ("Chor finden", "Beides"),
        ("Wie bekomme ich was?", "Bekommen"),
        ("Wie bekomme ich das?", "Bekommen"),
    ],
)
def test_of_a_question_put_as_a_sentence_only_what_it_is_about_is_asked(titles, asked, first):
    pages.article(title="Chor", lead="Im Chor ist ein Platz frei.")
    pages.article(title="Bekommen", lead="Wir bekommen Post. Wie das?")
    pages.article(title="Ohne", lead="Ich bin das, und das ist, wie ich bin.")
    pages.article(title="Beides", lead="Zum Chor finden immer mehr Leute.")
    for number in range(3):
        pages.article(title=f"Andere {number}", lead="Manche bekommen einen Platz, andere finden keinen.")
    assert titles(q=asked)[0] == first


def test_a_compound_that_differs_by_one_letter_from_a_word_of_the_site_is_a_slip(ask):
    pages.article(title="Glasfaser kommt", lead="Im Herbst.")
    pages.article(title="Aus Glas", lead="Es glänzt.")
    pages.article(title="Wein", lead="Ein Fass steht daneben.")
    answer = ask(q="Glasfasser")
    assert answer["suggestion"] == "Glasfaser"
    assert answer["results"][0]["title"] == "Glasfaser kommt"


def test_a_rare_word_tells_much_though_another_word_for_it_is_frequent(titles):
    SynonymGroup.objects.create(words="Klamm, Schlucht")
    for number in range(14):
        pages.article(title=f"Schlucht {number}", lead="Es regnet.")
    for number in range(5):
        pages.article(title=f"Fahrt {number}", lead="Eine Fahrt im Bus.")
    pages.article(title="Gesucht", lead="Die Klamm ist offen.")
    assert titles(q="Fahrt Klamm")[0] == "Gesucht"


@pytest.mark.parametrize(
    ("asked", "marked"), [("ärztlich", "Arzt"), ("Krankheit", "krank"), ("Frankreich", "französisch")]
)
def test_the_excerpt_marks_a_relative(ask_engine, asked, marked):
    pages.article(title="Tagblatt", lead=f"Am Abend: {marked} und still.")
    (hit,) = ask_engine(q=asked)["results"]
    assert f"<mark>{marked}</mark>" in hit["excerpt"]
