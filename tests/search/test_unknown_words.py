"""Words that no document holds as they are typed: what is found instead, and what is said about it."""

import pytest

from search.models import BroaderTerm, SynonymGroup
from tests.factories import pages

pytestmark = pytest.mark.django_db


def text(words: str) -> list[dict]:
    return [{"type": "text", "value": f"<p>{words}</p>"}]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("umtauschen", "Alte Ausweise werden getauscht."),
        ("Stipendum", "Zwei Stipendien sind zu vergeben."),
        ("Einbürgrung", "Hundert Menschen wurden eingebürgert."),
        ("Baumfällung", "Drei Bäume müssen gefällt werden."),
        ("Lehrermangel", "Tausend Lehrerstellen sind unbesetzt."),
        ("Tempo 30", "Dort gilt Tempo dreißig."),
        ("Nitratbelastung", "Die Nitratwerte sinken."),
        ("katzenkastration", "Für Katzen gilt eine Pflicht."),
        ("Raupennest", "Raupen wurden abgesaugt."),
    ],
)
def test_is_found_by_root_stem_or_part(ask_engine, asked, written):
    pages.article(title="Gesucht", body=text(written))
    pages.article(title="Nicht gesucht", body=text("Es regnet."))
    assert [hit["title"] for hit in ask_engine(q=asked)["results"]] == ["Gesucht"]


def test_a_part_of_longer_words_is_no_typing_error(ask_engine):
    pages.article(title="Gesucht", body=text("Das Quorkelsalz ist knapp."))
    pages.article(title="Nicht gesucht", body=text("Ein Satz fehlt."))
    answer = ask_engine(q="Quorkel")
    assert [hit["title"] for hit in answer["results"]] == ["Gesucht"]
    assert answer["suggestion"] is None


def test_a_word_that_nothing_answers_is_asked_in_other_words_for_its_other_words(ask_engine):
    SynonymGroup.objects.create(words="Quorkel, Zwarbel")
    SynonymGroup.objects.create(words="Zwarbel, Murmelfass")
    pages.article(title="Gesucht", body=text("Ein Murmelfass steht da."))
    pages.article(title="Nicht gesucht", body=text("Es regnet."))
    assert [hit["title"] for hit in ask_engine(q="Quorkel")["results"]] == ["Gesucht"]
    pages.article(title="Näher", body=text("Eine Zwarbel steht da."))
    assert [hit["title"] for hit in ask_engine(q="Quorkel")["results"]] == ["Näher"]


def test_a_word_that_nothing_answers_is_asked_by_the_terms_above_it(ask_engine):
    BroaderTerm.objects.create(term="Klöppelgeräte", narrower="Quorkel, Zwarbel")
    pages.article(title="Gesucht", body=text("Klöppelgeräte nehmen wir an."))
    pages.article(title="Daneben", body=text("Eine Zwarbel steht da."))
    assert [hit["title"] for hit in ask_engine(q="Quorkel")["results"]] == ["Gesucht"]
    pages.article(title="Näher", body=text("Ein Quorkel steht da."))
    assert [hit["title"] for hit in ask_engine(q="Quorkel")["results"]] == ["Näher"]


def test_short_words_and_numbers_are_found_though_the_index_does_not_count_them(ask_engine):
    BroaderTerm.objects.create(term="Klöppelnummern", narrower="115, QX")
    SynonymGroup.objects.create(words="Murmelnetz, Quorkel 2000")
    pages.article(title="Nummer", body=text("Wählen Sie die 115."))
    pages.article(title="Gerät", body=text("Nehmen Sie ein QX."))
    pages.article(title="Gebiet", body=text("Das Gebiet heißt Quorkel 2000."))
    found = {asked: {hit["title"] for hit in ask_engine(q=asked)["results"]} for asked in ("Klöppelnummern", "115")}
    assert found == {"Klöppelnummern": {"Nummer", "Gerät"}, "115": {"Nummer"}}
    assert [hit["title"] for hit in ask_engine(q="Murmelnetz")["results"]] == ["Gebiet"]
    pages.article(title="Oberbegriff", body=text("Klöppelnummern gibt es viele."))
    assert [hit["title"] for hit in ask_engine(q="115")["results"]] == ["Nummer"]


def test_two_numbers_with_a_hyphen_are_not_one(ask_engine):
    pages.article(title="Klassen", body=text("Für Klassen 1-12, je 20-25 Kinder."))
    pages.article(title="Haushalt", body=text("Der Haushalt 2025 steht."))
    for asked in ("112", "2024", "2025"):
        found = [hit["title"] for hit in ask_engine(q=asked)["results"]]
        assert found == (["Haushalt"] if asked == "2025" else []), asked


def test_a_group_with_a_hyphen_answers_however_it_is_typed(ask_engine):
    SynonymGroup.objects.create(words="Klöp-up, Murmelfirma")
    pages.article(title="Gesucht", body=text("Eine Murmelfirma zieht ein."))
    assert [hit["title"] for hit in ask_engine(q="klöpup")["results"]] == ["Gesucht"]
    assert [hit["title"] for hit in ask_engine(q="klöp-up")["results"]] == ["Gesucht"]


def test_letters_without_end_are_no_compound_and_cost_nothing(ask_engine):
    """A sign for a whole sentence, typed often, becomes a word of thousands of letters."""
    pages.article(title="Nicht gesucht", body=text("Der Hafenmeister geht."))
    assert ask_engine(q="hafen" + "xyz" * 20 + "\ufdfa" * 100 + "meister")["total"] == 0


def test_half_an_answer_is_said_to_be_one(engine, client):
    pages.article(title="Lehrerstellen", body=text("Sie sind unbesetzt."))
    page = client.get("/suche/", {"q": "Lehrermangel"}).content.decode()
    assert "Keine Seite enthält „Lehrermangel“" in page
    assert "Nur wenige Seiten enthalten alle Wörter" not in page
