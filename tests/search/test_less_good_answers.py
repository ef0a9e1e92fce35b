"""What follows when few pages answer all of a question, and in which order."""

from datetime import UTC, datetime

import pytest

from search.finder import keys_of
from search.models import PinnedHit, SynonymGroup
from tests.factories import pages

pytestmark = pytest.mark.django_db


def text(words: str) -> list[dict]:
    return [{"type": "text", "value": f"<p>{words}</p>"}]


@pytest.fixture
def twelve_villages(db):
    """Pages that all speak of a village, so that this word tells nothing."""
    for number in range(12):
        pages.article(title=f"Notiz {number}", body=text("Im Dorf regnet es."))


def test_pages_with_a_telling_part_follow_those_with_the_whole_word(ask_engine, client, twelve_villages):
    pages.article(title="Ganz", body=text("Der Dorfschmied kommt."))
    pages.article(title="Teil", body=text("Ein Schmied geht."))
    assert [hit["title"] for hit in ask_engine(q="Dorfschmied")["results"]] == ["Ganz", "Teil"]
    page = client.get("/suche/", {"q": "Dorfschmied"}).content.decode()
    assert "Danach folgen Seiten mit einem Teil des Wortes" in page
    assert "Keine Seite enthält" not in page


@pytest.fixture
def smiths(twelve_villages):
    """One page that holds a whole word, one that holds a part of it, and one that editors pinned."""
    midnight, evening_before = datetime(2021, 4, 30, 22, tzinfo=UTC), datetime(2021, 4, 30, 16, tzinfo=UTC)
    pages.article(title="Teil", body=text("Ein Schmied geht."), display_date=midnight)
    pages.article(title="Ganz", body=text("Der Dorfschmied kommt."), display_date=evening_before)
    pinned = pages.program(title="Etwas anderes", display_date=datetime(2021, 6, 1, tzinfo=UTC))
    PinnedHit.objects.create(question="Dorfschmied", page=pinned)


def found(answer) -> list[str]:
    return [hit["title"] for hit in answer["results"]]


def test_few_answers_are_counted_sorted_and_filtered_like_many(ask_engine, smiths):
    answer = ask_engine(q="Dorfschmied")
    assert (found(answer), answer["total"]) == (["Etwas anderes", "Ganz", "Teil"], 3)
    counts = {name: {found["value"]: found["count"] for found in values} for name, values in answer["facets"].items()}
    assert (counts["typ"], counts["jahr"]) == ({"news": 2, "programme": 1}, {"2021": 3})
    assert found(ask_engine(q="Dorfschmied", typ="programme")) == ["Etwas anderes"]
    assert found(ask_engine(q="Dorfschmied", typ="news", sort="datum")) == ["Teil", "Ganz"]


def test_what_editors_pinned_does_not_keep_away_what_holds_any_part(ask_engine):
    for number in range(12):
        pages.article(title=f"Notiz {number}", body=text("In der Gemeinde regnet es."))
    pinned = pages.program(title="Etwas anderes")
    PinnedHit.objects.create(question="Gemeindequork Gemeindezwarbel", page=pinned)
    answer = ask_engine(q="Gemeindequork Gemeindezwarbel")
    assert (found(answer)[0], answer["total"]) == ("Etwas anderes", 13)


def test_few_answers_show_what_was_found(ask_engine, smiths):
    whole, part = [hit["excerpt"] for hit in ask_engine(q="Dorfschmied", typ="news")["results"]]
    assert whole == "Der <mark>Dorfschmied</mark> kommt."
    assert "Schmied" in part


def test_a_list_by_words_holds_whole_answers_only(engine, twelve_villages):
    whole = pages.article(title="Ganz", body=text("Der Dorfschmied kommt."))
    pages.article(title="Teil", body=text("Ein Schmied geht."))
    assert keys_of("Dorfschmied", 10) == [whole.pk]


def test_of_several_words_a_part_of_the_rare_one_tells_more_than_the_frequent_one(ask_engine, twelve_villages):
    pages.article(title="Gesucht", body=text("Ein Rufbus fährt durch das Dorf."))
    found = [hit["title"] for hit in ask_engine(q="Busverkehr im Dorf")["results"]]
    assert found[0] == "Gesucht"
    assert len(found) > 1


def test_a_part_of_a_compound_may_be_said_otherwise(ask_engine):
    SynonymGroup.objects.create(words="Hafen, Garten")
    pages.article(title="Gesucht", body=text("Die Gartengebühr steigt."))
    pages.article(title="Nicht gesucht", body=text("Die Wassergebühr sinkt."))
    assert [hit["title"] for hit in ask_engine(q="Hafengebühr")["results"]] == ["Gesucht"]


def test_a_question_of_many_compounds_is_not_too_long_for_any_engine(ask_engine):
    """Each with many other words for its parts: a cluster refuses more than 1,024 clauses."""
    pages.article(title="Gesucht", body=text("Die Hausarbeit ruht."))
    asked = "Kirmeshilfe Schulhaushilfe Gemeindehaushilfe Kindergeldhilfe Kinderhausarbeit Polizeiarbeit Hilfearbeit"
    assert "Gesucht" in [hit["title"] for hit in ask_engine(q=f"{asked} Hausarbeit Arbeitsgeldhilfe")["results"]]


def test_words_with_many_other_words_are_not_too_many_for_any_engine(ask_engine):
    """All of the other words stand on the page, so that none is left out of the question, nor of what is marked."""
    known = (group.members for group in SynonymGroup.objects.all())
    groups = sorted((words for words in known if words[0].isalpha()), key=len, reverse=True)[:60]
    pages.article(title="Gesucht", body=text(" ".join(word for group in groups for word in group)))
    for count in (3, 8, 20, 40):
        asked = " ".join(group[0] for group in groups[:count])
        assert [hit["title"] for hit in ask_engine(q=asked)["results"]] == ["Gesucht"]


def test_another_word_in_the_title_comes_before_the_parts_of_the_word_here_and_there(ask_engine):
    SynonymGroup.objects.create(words="Hochseil, Quorkelband")
    pages.article(title="Verstreut", body=text("Ein Haus, so hoch wie ein Baum. Daneben liegt ein Seil."))
    pages.article(title="Quorkelband gespannt", body=text("Es hält."))
    for number in range(10):
        pages.article(title=f"Es regnet {number}", body=text("Nichts weiter, den ganzen Tag lang nicht."))
    found = [hit["title"] for hit in ask_engine(q="Hochseil")["results"]]
    assert found[:2] == ["Quorkelband gespannt", "Verstreut"]
    pages.article(title="Ein Hochseil hängt", body=text("Es hält."))
    assert ask_engine(q="Hochseil")["results"][0]["title"] == "Ein Hochseil hängt"
