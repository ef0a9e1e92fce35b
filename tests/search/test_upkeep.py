"""Keeping the index: rebuilt when needed, said when it is wrong, nothing lost meanwhile, nothing broken by it."""

from io import StringIO

import pytest
from django.core.management import call_command

from home.page.models import BasePage
from search import health, upkeep
from search import pages as search_pages
from search.engines.choice import embedded
from search.models import IndexState, LexiconWord
from tests.factories import pages

pytestmark = pytest.mark.django_db


def generation() -> str:
    return IndexState.current().generation


def rebuild_if_needed() -> bool:
    """Whether the command saw a need."""
    before = generation()
    call_command("rebuild_index", "--if-needed", stdout=StringIO())
    return generation() != before


def complaints() -> list[str]:
    return [found.id for found in health.index_fits(databases=["default"])]


def test_an_index_that_fits_is_left_alone():
    pages.article(title="Etwas")
    upkeep.rebuild()
    assert complaints() == []
    assert not rebuild_if_needed()


def test_a_missing_index_is_said_and_built():
    pages.article(title="Etwas")
    embedded().remove(embedded().digests())
    assert complaints() == ["search.W002"]
    assert rebuild_if_needed()
    assert complaints() == []
    assert not upkeep.drift(embedded()).keys


def test_an_index_of_another_lexicon_is_said_and_built():
    pages.article(title="Etwas")
    upkeep.rebuild()
    LexiconWord.objects.bulk_create([LexiconWord(word="Quasselstrippe")])
    IndexState.raise_stamp("language_stamp")
    assert complaints() == ["search.W001"]
    assert rebuild_if_needed()
    assert complaints() == []


def test_the_check_asks_no_database_it_was_not_given():
    assert health.index_fits(databases=None) == []


def test_what_is_withdrawn_or_deleted_during_a_rebuild_is_gone_after_it(titles, monkeypatch):
    withdrawn, deleted = pages.article(title="Hafen eins"), pages.article(title="Hafen zwei")
    pages.article(title="Hafen drei")
    documents = search_pages.documents

    def slow(keys):
        yield from list(documents(keys))
        monkeypatch.setattr(search_pages, "documents", documents)
        withdrawn.unpublish()
        deleted.delete()
        pages.article(title="Hafen vier")

    monkeypatch.setattr(search_pages, "documents", slow)
    upkeep.rebuild()
    assert set(titles(q="Hafen")) == {"Hafen drei", "Hafen vier"}
    assert not upkeep.drift(embedded()).keys


def test_a_dry_run_says_what_differs_and_changes_nothing():
    gone = pages.article(title="Verschwunden")
    upkeep.rebuild()
    BasePage.objects.filter(pk=gone.pk).update(live=False)
    said = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("check_search", "--dry-run", stdout=said)
    assert ended.value.code == 1
    assert "0 fehlen, 0 veraltet, 1 zu viel" in said.getvalue()
    assert upkeep.drift(embedded()).surplus == [gone.pk]


def test_every_engine_is_checked_and_repaired(engine, ask_engine):
    kept = pages.article(title="Hafen bleibt")
    gone = pages.article(title="Hafen weg")
    upkeep.rebuild()
    BasePage.objects.filter(pk=gone.pk).update(live=False)
    engine.remove([kept.pk])
    assert (upkeep.drift(engine).missing, upkeep.drift(engine).surplus) == ([kept.pk], [gone.pk])
    call_command("check_search", stdout=StringIO())
    assert not upkeep.drift(engine).keys
    assert [hit["title"] for hit in ask_engine(q="Hafen")["results"]] == ["Hafen bleibt"]


def test_an_index_that_cannot_be_read_is_said_and_breaks_neither_pages_nor_saving(client, monkeypatch):
    page = pages.article(title="Hafenfest")
    monkeypatch.setattr(IndexState, "current", lambda: IndexState(generation="x"))
    for address in ("/suche/?q=Hafenfest", "/suche/?q=Hafenfest&format=json", "/suche/feed.atom?q=Hafenfest"):
        assert client.get(address).status_code == 503, address
    assert "funktioniert gerade nicht" in client.get("/suche/?q=Hafenfest").content.decode()
    assert client.get("/suche/vorschlaege/?q=Hafen").json()["suggestions"][0]["title"] == "Hafenfest"
    assert client.get(page.url).status_code == 200
    page.title = "Hafenfest im Mai"
    page.save_revision().publish(skip_permission_checks=True)
    assert BasePage.objects.get(pk=page.pk).title == "Hafenfest im Mai"


def test_the_index_follows_the_lexicon_by_itself(titles):
    pages.article(title="Am Quorkelsalzweg")
    upkeep.rebuild()
    before = generation()
    word = LexiconWord.objects.create(word="Quorkelsalz")
    assert complaints() == []
    assert generation() != before
    assert titles(q="Quorkelsalz") == ["Am Quorkelsalzweg"]
    word.delete()
    assert complaints() == []
