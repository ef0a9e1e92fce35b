"""What a question costs the database: nothing is looked at twice, and what belongs together is asked together."""

import pytest

from home.bodies.models import Municipality
from home.page import closed
from search import public_now
from search.engines import choice
from search.finder import find
from search.labels import labels
from search.query import SearchQuery
from tests.factories import media, pages

pytestmark = pytest.mark.django_db
LEAFLET = "Merkblatt zum Wasserturm"


@pytest.fixture
def leaflet(db):
    """A page that offers a document."""
    files = [{"document": media.document(LEAFLET).pk, "title": ""}]
    downloads = {"type": "downloads", "value": {"title": "Mehr", "files": files}}
    return pages.article(title="Zum Mitnehmen", body=[downloads])


@pytest.fixture
def looked_at(monkeypatch):
    """The keys of what is no page that the database is asked about, one after the other."""
    keys, public_keys = [], public_now.public_keys
    monkeypatch.setattr(public_now, "public_keys", lambda those: keys.extend(those) or public_keys(those))
    return keys


def titles(text: str) -> list[str]:
    return [hit.title for hit in find(SearchQuery(text=text)).hits]


@pytest.mark.parametrize("text", ["Merkblatt", "Merkblatt Wasserturm", "Wasserturmfest", "Merkblat"])
def test_a_document_is_looked_at_once_for_an_answer(engine, leaflet, looked_at, text):
    assert LEAFLET in titles(text)
    assert len(looked_at) == 1


def test_the_next_answer_looks_again(engine, leaflet, looked_at):
    assert LEAFLET in titles("Merkblatt")
    type(leaflet).objects.filter(pk=leaflet.pk).update(live=False)
    assert titles("Merkblatt") == []
    assert len(looked_at) > 1


def test_the_words_of_all_facets_are_one_question_to_the_database(django_assert_num_queries):
    pages.subject("Integration")
    Municipality.objects.create(name="Beispielheim", slug="beispielheim", ars="080000000001", county="Kreis Süd")
    pages.program(title="Programm Brücke", slug="bruecke")
    wanted = {
        "typ": ["news"],
        "thema": ["integration", "gone"],
        "programm": ["bruecke"],
        "kommune": ["beispielheim"],
        "kreis": ["kreis-sud"],
        "jahr": ["2020"],
    }
    closed.begin()
    closed.closed_paths()
    with django_assert_num_queries(1):
        named = labels(wanted)
    closed.end()
    assert {name: [str(word) for word in words.values()] for name, words in named.items()} == {
        "typ": ["Aktuelles"],
        "thema": ["Integration"],
        "programm": ["Programm Brücke"],
        "kommune": ["Beispielheim"],
        "kreis": ["Kreis Süd"],
        "jahr": ["2020"],
    }


def test_a_corrected_word_that_something_answers_is_not_looked_for_again(monkeypatch):
    pages.article(title="Das Rathaus")
    monkeypatch.setattr(choice.embedded(), "is_held", None)
    assert find(SearchQuery(text="Rathas")).suggestion == "Rathaus"
