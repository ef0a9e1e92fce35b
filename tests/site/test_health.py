"""The two addresses that watch the site."""

import pytest
from django.db import OperationalError


def test_the_process_answers_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Content-Type"].startswith("text/plain")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_all_parts_answer(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "ok", "search": "ok", "tasks": "ok"}


@pytest.mark.django_db
def test_a_part_that_fails_is_named_in_a_sentence_without_details(client, monkeypatch):
    def fails(*args, **kwargs):
        raise OperationalError("secret-host refused")

    monkeypatch.setattr("search.finder.all_engines", fails)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": "ok", "cache": "ok", "search": "Die Suche antwortet nicht.", "tasks": "ok"}


@pytest.mark.django_db
def test_a_cache_that_forgets_is_not_ready(client, settings):
    settings.CACHES = settings.CACHES | {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["cache"] == "Der Zwischenspeicher behält nicht, was er bekommt."


@pytest.mark.django_db
def test_the_database_queue_is_asked(client, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    assert client.get("/readyz").json()["tasks"] == "ok"
