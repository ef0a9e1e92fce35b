"""What searching tests share: asking through the address, as readers and programs do."""

import pytest

from search import language
from search.engines import vocabulary
from tests.factories import pages


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Tests run inside a transaction that never ends: what waits for its end is done at once."""
    monkeypatch.setattr("search.events.after_commit", lambda todo: todo())


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Every test begins with the same stamps: what another one remembered under them is wrong."""
    language.forget()
    vocabulary.forget()


@pytest.fixture
def ask(client, db):
    """`ask(q="…", typ="news")` gives the answer as JSON."""

    def ask(**question) -> dict:
        response = client.get("/suche/", {**question, "format": "json"})
        assert response.status_code == 200, response.content
        return response.json()

    return ask


@pytest.fixture
def titles(ask):
    """The titles that a question finds."""
    return lambda **question: [hit["title"] for hit in ask(**question)["results"]]


@pytest.fixture
def article(db):
    """A live article about a market place."""
    return pages.article(
        title="Gespräche am Marktplatz",
        slug="marktplatz",
        lead="Kurz gesagt: Es wird geredet.",
        body=[{"type": "text", "value": "<p>Auf dem <b>Wochenmarkt</b> reden viele <i>miteinander</i>.</p>"}],
    )
