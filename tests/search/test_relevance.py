"""Readers find what they mean: a set of questions through the address, as any program would ask them."""

import pytest

from tests.factories import pages
from tests.search.relevance import measure

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(ask):
    """The slugs that a question finds, best first."""
    for row in measure.documents():
        body = [{"type": "text", "value": f"<p>{row['body']}</p>"}]
        pages.article(title=row["title"], slug=row["slug"], lead=row["lead"], body=body)
    return lambda text: [hit["url"].strip("/").rsplit("/", 1)[-1] for hit in ask(q=text)["results"]]


def test_the_set_is_large_enough():
    assert len(measure.documents()) >= 60
    assert len(measure.questions()) >= 60


def test_answers_are_good_in_every_category(answer):
    figures = measure.measured(answer)
    print({name: (round(a, 3), round(b, 3)) for name, (a, b) in figures.items()})
    assert min(figures["all"]) >= 0.85
    assert figures["phrase"] == (1.0, 1.0)
    for category in ("typo", "compound", "umlaut", "inflection"):
        assert min(figures[category]) >= 0.8, category
