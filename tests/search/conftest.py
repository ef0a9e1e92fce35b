"""What searching tests share: asking through the address, as readers and programs do."""

import pytest

from search import called, language
from search.engines import vocabulary
from tests.factories import pages
from tests.search.engines import ENGINES, engine_of_the_site


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Tests run inside a transaction that never ends: what waits for its end is done at once."""
    monkeypatch.setattr("search.events.after_commit", lambda todo: todo())


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Every test begins with the same stamps: what another one remembered under them is wrong."""
    language.forget()
    vocabulary.forget()
    called.forget()


@pytest.fixture
def ask(client, db):
    """`ask(q="…", typ="news")` gives the answer as JSON."""

    def ask(**question) -> dict:
        response = client.get("/suche/", {**question, "format": "json"})
        assert response.status_code == 200, response.content
        return response.json()

    return ask


@pytest.fixture(params=ENGINES)
def engine(request, db, settings):
    """Each engine in turn, as the site asks it."""
    with engine_of_the_site(request.param, settings) as engine:
        yield engine


@pytest.fixture
def ask_engine(ask, engine):
    """As `ask`, and it is this engine that answers, not another in its place."""

    def ask_engine(**question) -> dict:
        answer = ask(**question)
        assert answer["engine"] == engine.name
        return answer

    return ask_engine


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
