"""What readers looked for in vain: counted without being readable, written down only when it was asked often."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from search import fruitless, upkeep
from search.models import FruitlessSearch, PinnedHit
from tests.factories import pages

pytestmark = pytest.mark.django_db


class Watched:
    """The cache, with what was put there for an hour, and for how long anything was."""

    def __init__(self):
        self.added, self.longest = set(), 0

    def __getattr__(self, name):
        return getattr(cache, name)

    def add(self, key, value, timeout):
        self.added.add(key)
        return cache.add(key, value, timeout)

    def set(self, key, value, timeout):
        self.longest = max(self.longest, timeout or 0)
        cache.set(key, value, timeout)


@pytest.fixture(autouse=True)
def watched(monkeypatch):
    monkeypatch.setattr(fruitless, "cache", Watched())
    return fruitless.cache


def ask(client, words, hours):
    """One question in so many hours of a week."""
    for _hour in range(hours):
        an_hour_passes()
        client.get("/suche/", {"q": words})


def an_hour_passes():
    for key in fruitless.cache.added:
        cache.delete(key)


def test_who_types_a_name_again_and_again_within_an_hour_counts_once(client):
    ask(client, "Erika Mustermann", fruitless.OFTEN - 1)
    for _time in range(fruitless.OFTEN):
        client.get("/suche/", {"q": "Erika Mustermann"})
    assert not cache.get(fruitless.WAITING)
    call_command("check_search", verbosity=0)
    assert not FruitlessSearch.objects.exists()


def test_every_week_begins_anew_and_nothing_stays_longer_in_the_cache(client, monkeypatch, watched):
    ask(client, "Raumschiffhafen", fruitless.OFTEN - 1)
    monkeypatch.setattr(fruitless, "localdate", lambda: timezone.localdate() + timedelta(days=7))
    ask(client, "Raumschiffhafen", 1)
    assert not cache.get(fruitless.WAITING)
    assert 0 < watched.longest <= fruitless.WEEK


@pytest.mark.parametrize(
    ("words", "answer"),
    [("Raumschiff Hafen", "loose"), ("Raumschiff Flugzeug", "none"), ("Lehrermangel", "loose"), ("Hafen Kai", None)],
)
def test_the_report_tells_apart_what_nothing_answers_and_what_only_some_words_do(client, words, answer):
    pages.article(title="Hafen am Kai", body=[{"type": "text", "value": "<p>Neue Lehrerstellen.</p>"}])
    ask(client, words, fruitless.OFTEN)
    fruitless.write_down()
    assert list(FruitlessSearch.objects.values_list("answer", flat=True)) == ([answer] if answer else [])


def test_what_is_answered_somewhat_by_now_is_not_told_as_unanswered_any_more(client):
    ask(client, "Raumschiff Hafen", fruitless.OFTEN)
    pages.article(title="Am Hafen")
    ask(client, "Raumschiff Hafen", 1)
    fruitless.write_down()
    found = FruitlessSearch.objects.get()
    assert (found.answer, found.count) == ("loose", fruitless.OFTEN + 1)


def test_what_editors_pinned_is_an_answer(client):
    PinnedHit.objects.create(question="Raumschiff Hafen", page=pages.article(title="Am Hafen"))
    ask(client, "Raumschiff Hafen", fruitless.OFTEN)
    assert not cache.get(fruitless.WAITING)


def test_a_search_writes_nothing_into_the_database(client):
    ask(client, "Raumschiffhafen", fruitless.OFTEN)
    with CaptureQueriesContext(connection) as queries:
        ask(client, "Raumschiffhafen", 1)
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_name_typed_now_and_then_is_never_kept(client):
    ask(client, "Erika Mustermann", fruitless.OFTEN - 1)
    assert not cache.get(fruitless.WAITING)
    call_command("check_search", verbosity=0)
    assert not FruitlessSearch.objects.exists()


def test_what_many_ask_for_is_written_down_and_counted_on(client):
    ask(client, "Raumschiffhafen", fruitless.OFTEN + 1)
    fruitless.write_down()
    assert list(FruitlessSearch.objects.values_list("words", "count")) == [("raumschiffhafen", fruitless.OFTEN + 1)]
    ask(client, "Raumschiffhafen", 2)
    fruitless.write_down()
    assert FruitlessSearch.objects.get().count == fruitless.OFTEN + 3


def test_editors_read_it_in_the_admin(client, superuser):
    ask(client, "Raumschiffhafen", fruitless.OFTEN)
    client.force_login(superuser)
    page = client.get(reverse(FruitlessSearch.snippet_viewset.get_url_name("list")))
    assert "raumschiffhafen" in page.content.decode()
    assert "keine Treffer" in page.content.decode()


@pytest.mark.parametrize(
    "private", ["a@example.org", "01761234567", "https://example.org/x", "eins zwei drei vier fünf"]
)
def test_what_is_about_somebody_is_never_kept(client, private):
    ask(client, private, fruitless.OFTEN)
    fruitless.write_down()
    assert not FruitlessSearch.objects.exists()


def test_what_waits_and_what_is_kept_is_limited(client, monkeypatch):
    monkeypatch.setattr(fruitless, "MOST_WAITING", 2)
    for word in ("Raumschiffhafen", "Quastenflosser", "Drachenzahn"):
        ask(client, word, fruitless.OFTEN)
    assert set(cache.get(fruitless.WAITING)) == {"raumschiffhafen", "quastenflosser"}
    monkeypatch.setattr(fruitless, "MOST_ROWS", 1)
    fruitless.write_down()
    assert FruitlessSearch.objects.count() == 1
    ask(client, FruitlessSearch.objects.get().words, 1)
    fruitless.write_down()
    assert FruitlessSearch.objects.get().count == fruitless.OFTEN + 1


@pytest.mark.parametrize(
    "question", [{"q": "x" * (fruitless.LONGEST + 1)}, {"q": "Raumschiff", "typ": "news"}, {"q": ""}]
)
def test_what_is_too_long_filtered_or_nothing_is_not_counted(client, question):
    for _hour in range(fruitless.OFTEN):
        an_hour_passes()
        client.get("/suche/", question)
    assert not cache.get(fruitless.WAITING)


@pytest.mark.parametrize("address", ["/suche/feed.atom?q=Raumschiffhafen", "/suche/?q=Raumschiffhafen&sort=datum"])
def test_a_feed_that_a_program_fetches_and_another_order_are_no_questions_more(client, address):
    for _hour in range(fruitless.OFTEN):
        an_hour_passes()
        client.get(address)
    assert not cache.get(fruitless.WAITING)


def test_a_later_page_of_nothing_counts_no_second_time(client):
    ask(client, "Raumschiffhafen", fruitless.OFTEN - 1)
    assert client.get("/suche/", {"q": "Raumschiffhafen", "seite": "2"}).status_code == 404
    assert not cache.get(fruitless.WAITING)


def test_what_nobody_asked_for_half_a_year_is_forgotten():
    old = timezone.localdate() - upkeep.FRUITLESS_KEPT
    FruitlessSearch.objects.create(words="alt", last_on=old - timedelta(days=2))
    FruitlessSearch.objects.create(words="neu", last_on=old + timedelta(days=2))
    upkeep.rebuild()
    assert [found.words for found in FruitlessSearch.objects.all()] == ["neu"]
