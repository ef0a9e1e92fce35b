"""A cluster that is away: the embedded index answers, the page says so, and nothing hidden comes with it."""

import pytest

from home.page.models import BasePage
from search import finder
from search.engines.base import Answer, Capability, EngineAway, Match, Scope
from search.engines.choice import embedded
from search.query import SearchQuery
from tests.search.hidden import LATE

pytestmark = pytest.mark.django_db


class Away:
    """An engine that never answers."""

    name, capabilities = "cluster", frozenset()

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        raise EngineAway("gone")


class Late:
    """An engine that holds whatever it was given, and remembers what it must not find."""

    name, capabilities = "cluster", frozenset(set(Capability) - {Capability.LIVE_PAGES})

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        self.excluded = scope.excluded
        return Answer(1, [Match(key) for key in embedded().digests()])


def test_the_embedded_index_answers_and_the_page_says_so(client, article, monkeypatch):
    monkeypatch.setattr(finder, "all_engines", lambda: [Away(), embedded()])
    page = client.get("/suche/", {"q": "Wochenmarkt"})
    assert article.title in page.content.decode()
    assert "arbeitet gerade vereinfacht" in page.content.decode()
    assert client.get("/suche/", {"q": "Wochenmarkt", "format": "json"}).json()["engine"] == embedded().name


def test_a_late_cluster_is_told_what_it_must_not_find_and_shows_nothing_of_it(client, article, monkeypatch):
    engine = Late()
    monkeypatch.setattr(finder, "all_engines", lambda: [engine, embedded()])
    BasePage.objects.filter(pk=article.pk).update(live=False)
    page = client.get("/suche/", {"q": "Wochenmarkt"})
    assert engine.excluded == {article.pk}
    assert article.title not in page.content.decode()


def hidden() -> set[int]:
    scope = finder.restricted(Late(), Scope())
    return scope.excluded | scope.hidden(None)


@pytest.mark.parametrize("state", LATE)
def test_the_embedded_index_knows_what_a_late_cluster_must_not_find(article, monkeypatch, state):
    make, hide = LATE[state]
    page = make()
    key = page.pk
    monkeypatch.setattr("search.events.after_commit", lambda todo: None)
    hide(page)
    assert key in hidden()
    assert article.pk not in hidden()


def test_an_index_that_is_up_to_date_excludes_nothing(article):
    assert hidden() == set()
    article.delete()
    assert hidden() == set()
