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
from search.models import FruitlessSearch
from tests.factories import pages

pytestmark = pytest.mark.django_db


def ask(client, words, times):
    for _time in range(times):
        client.get("/suche/", {"q": words})


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


def test_a_word_of_which_only_a_part_was_found_was_asked_in_vain_too(client):
    pages.article(title="Lehrerstellen", body=[{"type": "text", "value": "<p>Sie sind unbesetzt.</p>"}])
    ask(client, "Lehrermangel", fruitless.OFTEN)
    fruitless.write_down()
    assert FruitlessSearch.objects.get().words == "lehrermangel"


def test_editors_read_it_in_the_admin(client, superuser):
    ask(client, "Raumschiffhafen", fruitless.OFTEN)
    client.force_login(superuser)
    page = client.get(reverse(FruitlessSearch.snippet_viewset.get_url_name("list")))
    assert "raumschiffhafen" in page.content.decode()


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
    for _time in range(fruitless.OFTEN):
        client.get("/suche/", question)
    assert not cache.get(fruitless.WAITING)


@pytest.mark.parametrize("address", ["/suche/feed.atom?q=Raumschiffhafen", "/suche/?q=Raumschiffhafen&sort=datum"])
def test_a_feed_that_a_program_fetches_and_another_order_are_no_questions_more(client, address):
    for _time in range(fruitless.OFTEN):
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
