"""What a cluster answers: the same questions on every server that was started."""

import dataclasses

import pytest

from search.engines.base import EngineAway, Scope
from search.query import SearchQuery

from .conftest import document

pytestmark = pytest.mark.cluster
EVERYTHING = Scope()


def keys(engine, text, scope=EVERYTHING, **filters):
    return [match.key for match in engine.search(SearchQuery(text=text, **filters), scope).matches]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Gespräch", 1),
        ("Fluechtlinge", 2),
        ("Zuschüsse", 2),
        ("Bibliothek", 3),
        ("Buecherei", 3),
        ("Radwege", 4),
        ("Nachbarschaft Gespräch", 1),
    ],
)
def test_inflection_compounds_umlauts_and_synonyms(filled, text, key):
    assert keys(filled, text)[0] == key


def test_a_misspelled_word_is_corrected(filled):
    answer = filled.search(SearchQuery(text="Flüchtlnge"), Scope())
    assert [match.key for match in answer.matches] == [2]
    assert answer.correction == "Flüchtlinge"


def test_a_phrase_stands_word_by_word(filled):
    assert keys(filled, '"Weg für Räder"') == [4]
    assert keys(filled, '"Räder für Weg"') == []


def test_few_hits_are_filled_up_with_some_of_the_words(filled):
    answer = filled.search(SearchQuery(text="Rathaus Bücher"), Scope())
    assert answer.is_relaxed
    assert {match.key for match in answer.matches} == {1, 3, 4}


def test_a_facet_ignores_its_own_choice(filled):
    answer = filled.search(SearchQuery(text="Rathaus", typ=("news",)), Scope())
    assert [match.key for match in answer.matches] == [1]
    assert answer.total == 1
    assert answer.facets["typ"] == {"news": 1, "programme": 1}
    assert answer.facets["thema"] == {}


def test_filters_without_words_go_by_date(filled):
    answer = filled.search(SearchQuery(typ=("news",)), Scope())
    assert [match.key for match in answer.matches] == [2, 1, 3]
    assert answer.order == "date"


def test_excerpts_are_escaped_and_marked(filled):
    [match] = filled.search(SearchQuery(text="Ministerium"), Scope()).matches
    assert "<mark>Ministerium</mark>" in match.excerpt
    assert "<b>" not in match.excerpt


def test_what_is_excluded_is_neither_found_nor_counted(filled):
    answer = filled.search(SearchQuery(text="Rathaus"), Scope(excluded=frozenset({1})))
    assert [match.key for match in answer.matches] == [4]
    assert answer.facets["typ"] == {"programme": 1}


def test_pinned_documents_come_first(filled):
    assert keys(filled, "Rathaus", Scope(pinned=(3,)))[0] == 3


def test_changes_and_removals_are_seen_at_once(filled):
    filled.index([document(3, "Schwimmbad")])
    filled.remove([1, 99])
    assert set(filled.digests()) == {2, 3, 4}
    assert filled.digests()[3] == document(3, "Schwimmbad").digest
    assert filled.health().documents == 3


def test_an_index_knows_which_analysis_made_it(filled):
    health = filled.health()
    assert health.answers
    assert health.version


def test_a_rebuild_swaps_in_one_deed_and_keeps_what_is_written_meanwhile(filled):
    def slowly():
        yield document(1, "Alt")
        filled.index([document(2, "Neu geschrieben")])
        assert filled.digests().keys() == {1, 2, 3, 4}
        yield document(2, "Alt")

    assert filled.rebuild(slowly()) == 2
    assert filled.digests() == {1: document(1, "Alt").digest, 2: document(2, "Neu geschrieben").digest}
    assert len(filled.indices.behind(filled.indices.name)) == 1
    assert filled.indices.behind(filled.indices.next) == []


def test_a_rebuild_that_fails_leaves_the_old_index(filled):
    def broken():
        yield document(1, "Alt")
        raise ValueError

    with pytest.raises(ValueError):
        filled.rebuild(broken())
    assert len(filled.digests()) == 4
    assert filled.indices.behind(filled.indices.next) == []


@pytest.mark.parametrize(
    "text", ["*", "a" * 200, '"', "\\ AND OR NOT ( ~2 ^9 {}[]", "title:x", "\u202erathaus", "_all:*"]
)
def test_operators_mean_nothing(filled, text):
    assert filled.search(SearchQuery(text=text), Scope()).total <= 4


def test_an_index_that_is_not_there_is_away(filled):
    lost = type(filled)(dataclasses.replace(filled.address, prefix="nowhere"))
    with pytest.raises(EngineAway):
        lost.search(SearchQuery(text="Rathaus"), Scope())
    with pytest.raises(EngineAway):
        lost.ask_all([{"size": 0}, {"size": 0}])
    assert not lost.health().answers
