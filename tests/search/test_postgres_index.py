"""The index inside PostgreSQL: little waits to be sorted in, as every question looks through it."""

import pytest
from django.db import connection

from search.documents import SearchDoc
from search.engines.choice import embedded
from search.models import IndexState

pytestmark = pytest.mark.django_db
PAGES_OF_64_KB = 8


def waiting() -> int:
    """Pages of the index that were not sorted in until now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gin_clean_pending_list(%s::regclass)", [f"search_vector_{IndexState.current().generation}_vector"]
        )
        return cursor.fetchone()[0]


def test_what_was_written_is_sorted_in_soon():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite sorts in at once")
    waiting()
    bodies = (" ".join(f"wort{key}nummer{number}" for number in range(200)) for key in range(1, 101))
    embedded().index(SearchDoc(key=key, kind="news", title="Titel", body=body) for key, body in enumerate(bodies, 1))
    assert waiting() <= PAGES_OF_64_KB
