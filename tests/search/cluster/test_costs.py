"""What a question costs: requests to the cluster, and questions to the database."""

import pytest

from home.bodies.models import Municipality
from search import pages as search_pages
from search import public_now
from search.engines.cluster.refusals import Refused
from search.engines.plan import Planner
from search.finder import find
from search.query import SearchQuery
from tests.factories import media, pages
from tests.search.engines import SERVERS

pytestmark = [pytest.mark.cluster, pytest.mark.django_db, pytest.mark.parametrize("engine", SERVERS, indirect=True)]


@pytest.fixture
def site(engine):
    """Some articles; a file, a municipality and a subject that other words lead to."""
    for number in range(12):
        pages.article(title=f"Rathaus {number}", slug=f"rathaus-{number}")
    for number in range(2):
        pages.article(title=f"Rathausplatz {number}", slug=f"platz-{number}")
    pages.article(title="Garten", slug="garten")
    town = Municipality.objects.create(name="Lindenbrunn", slug="lindenbrunn", ars="080000000001")
    study = pages.case_study(title="Ein Vorhaben", municipality=town)
    study.subjects.add(pages.subject("Wasserspiele"))
    study.save_revision().publish(skip_permission_checks=True)
    files = [{"document": media.document("Merkblatt").pk, "title": ""}]
    pages.article(title="Zum Mitnehmen", body=[{"type": "downloads", "value": {"title": "Mehr", "files": files}}])
    assert sum(key < 0 for key in engine.digests()) == 3
    find(SearchQuery(text="Rathaus"))


@pytest.fixture
def requests(engine, site, monkeypatch):
    """The paths that the cluster is asked under from now on."""
    sent, once = [], engine.connection.client.once
    monkeypatch.setattr(engine.connection.client, "once", lambda *request: sent.append(request[1]) or once(*request))
    return sent


@pytest.fixture
def looked_at(site, monkeypatch):
    """The keys of files, municipalities and subjects that the database is asked about."""
    keys, public_keys = [], public_now.public_keys
    monkeypatch.setattr(public_now, "public_keys", lambda those: keys.append(set(those)) or public_keys(those))
    return keys


def pieces(engine) -> int:
    """Of how many segments the index that answers is."""
    [index] = engine.indices.behind(engine.address.prefix)
    try:
        found = engine.connection.ask("GET", f"/{index}/_segments")["indices"][index]["shards"].values()
    except Refused:
        pytest.skip("the stand-in for Elasticsearch knows nothing of segments")
    return sum(len(copy["segments"]) for copies in found for copy in copies)


def asked(text: str):
    found = find(SearchQuery(text=text))
    assert found.engine == "cluster"
    return found


def test_a_plain_question_is_one_request_and_few_questions_to_the_database(
    requests, looked_at, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        assert asked("Rathaus").total == 14
    assert len(requests) == 1
    assert looked_at == []


def test_only_what_answers_is_looked_at_and_only_once(requests, looked_at):
    assert asked("Lindenbrunn").total == 2
    assert asked("Lindenbrunn Vorhaben").total == 2
    assert [len(keys) for keys in looked_at] == [1, 1]


def test_a_question_of_rare_words_is_one_request(requests):
    assert asked("Rathausplatz Garten").is_relaxed
    assert len(requests) == 1


@pytest.mark.parametrize(
    ("question", "guess", "number"),
    [("Rathausplatz Garten", False, 2), ("Rathaus", True, 2), ("Rathausplatz", True, 1), ("Rathausplatz", False, 1)],
)
def test_a_wrong_guess_of_how_many_answer_costs_one_request_at_most_and_changes_nothing(
    requests, monkeypatch, question, guess, number
):
    right = asked(question)
    requests.clear()
    monkeypatch.setattr(Planner, "expects_fewer", lambda *_values: guess)
    other = asked(question)
    assert len(requests) == number
    for name in ("total", "hits", "facets", "is_relaxed", "is_loose", "suggestion"):
        assert getattr(other, name) == getattr(right, name)


def test_a_corrected_word_costs_no_request_more(requests):
    assert asked("Rathas").suggestion == "Rathaus"
    assert len(requests) == 1


def test_an_index_that_was_built_anew_is_of_one_piece(engine, site):
    engine.rebuild(search_pages.documents(search_pages.all_keys()))
    assert pieces(engine) == 1
