"""Readers find what they mean: a set of questions through the address, as any program would ask them."""

import os

import pytest

from tests.factories import pages
from tests.search.relevance import measure

pytestmark = pytest.mark.django_db
# nDCG@10 and recall@10 of the index in SQLite. Every engine stays within half of the distance allowed between two.
OF_SQLITE = (0.985, 0.990)
DISTANCE = 0.08
LEAST = {"cluster": 0.90}


@pytest.fixture
def answer(ask_engine, engine):
    """The slugs that a question finds, best first."""
    if engine.name == "cluster" and engine.address.product == "elasticsearch" and "ELASTICSEARCH_URL" not in os.environ:
        pytest.skip("a stand-in says nothing about relevance")
    for row in measure.documents():
        body = [{"type": "text", "value": f"<p>{row['body']}</p>"}]
        pages.article(title=row["title"], slug=row["slug"], lead=row["lead"], body=body)
    return lambda text: [hit["url"].strip("/").rsplit("/", 1)[-1] for hit in ask_engine(q=text)["results"]]


def test_the_set_is_large_enough():
    assert len(measure.documents()) >= 60
    assert len(measure.questions()) >= 60


def test_answers_are_good_in_every_category_and_alike_on_every_engine(answer, engine):
    figures = measure.measured(answer)
    print(engine.name, {name: (round(a, 3), round(b, 3)) for name, (a, b) in figures.items()})
    assert min(figures["all"]) >= LEAST.get(engine.name, 0.85)
    for figure, of_sqlite in zip(figures["all"], OF_SQLITE, strict=True):
        assert abs(figure - of_sqlite) <= DISTANCE / 2
    assert figures["phrase"] == (1.0, 1.0)
    for category in ("typo", "compound", "umlaut", "inflection"):
        assert min(figures[category]) >= 0.8, category
