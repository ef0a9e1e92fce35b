"""What a question costs: requests to the cluster, and questions to the database."""

import pytest

from home.bodies.models import Municipality
from search.engines import readable
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
    keys, public_keys = [], readable.public_keys
    monkeypatch.setattr(readable, "public_keys", lambda those: keys.append(set(those)) or public_keys(those))
    return keys


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


def test_a_question_that_is_filled_up_is_three_requests(requests):
    assert asked("Rathaus Garten").is_relaxed
    assert len(requests) == 3
