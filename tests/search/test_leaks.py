"""What is not public cannot be reached by any channel, even while the index is late."""

import pytest

from home.page.models import BasePage
from search.engines.choice import embedded
from search.related import related
from tests.factories import pages

pytestmark = pytest.mark.django_db
WORD = "Geheimplanung"


@pytest.fixture
def late(monkeypatch):
    """From now on the index hears of nothing."""
    return lambda: monkeypatch.setattr("search.events.after_commit", lambda todo: None)


def withdrawn(page):
    page.unpublish()


def restricted(page):
    page.get_parent().view_restrictions.create(restriction_type="login")


def past_all_signals(page):
    BasePage.objects.filter(pk=page.pk).update(live=False)


def deleted(page):
    page.delete()


@pytest.fixture(params=[withdrawn, restricted, past_all_signals, deleted], ids=lambda way: way.__name__)
def hidden(request, late):
    """A page that is in the index, and that nobody may read any more."""
    page = pages.article(title=f"{WORD} am Hafen", lead="Niemand darf davon wissen.")
    page.subjects.add(pages.subject("Verborgenes"))
    page.save_revision().publish(skip_permission_checks=True)
    key = page.pk
    late()
    request.param(page)
    assert key in embedded().digests(), "the index is late"
    return key


def test_not_as_a_hit_a_total_or_a_facet(hidden, ask):
    for question in ({"q": WORD}, {"q": "Planung Hafen"}, {"q": f'"{WORD} am Hafen"'}, {"typ": "news"}):
        answer = ask(**question)
        assert (answer["total"], answer["results"]) == (0, []), question
        assert not answer["facets"].get("thema")
        counts = {value["value"]: value["count"] for value in answer["facets"].get("typ", [])}
        assert not counts.get("news")


def test_not_as_a_suggestion_while_typing(hidden, client):
    assert client.get("/suche/vorschlaege/", {"q": "Geheim"}).json()["suggestions"] == []


def test_not_as_a_correction(hidden, ask):
    pages.article(title="Öffentliches am Ufer")
    assert ask(q="Geheimplanunk")["suggestion"] is None
    assert ask(q="Geheimplanunk Ufer")["suggestion"] is None


def test_not_in_a_feed(hidden, client):
    assert "Geheim" not in client.get("/suche/feed.atom", {"q": "Hafen"}).content.decode()


def test_not_as_related(hidden, ask):
    article = pages.article(title=f"{WORD} am Hafen", slug="oeffentlich")
    assert hidden not in [page.pk for page in related(article)]


@pytest.mark.parametrize("question", [WORD, "Planung", "Geheimplanunk"])
def test_drafts_never_come_into_the_index(question, ask):
    draft = pages.draft_article(title=WORD)
    assert ask(q=question)["total"] == 0
    assert draft.pk not in embedded().digests()
