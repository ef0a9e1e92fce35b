"""Answers of more hits than fit on a page: every engine hands over slices, and counts all of them each time."""

from datetime import UTC, datetime

import pytest

from news.models import ArticlePage
from search.models import PinnedHit
from tests.factories import pages

pytestmark = pytest.mark.django_db
OLD, NEW = 9, 14
SIZE = 4


@pytest.fixture(autouse=True)
def bridges(db, settings):
    """Articles with the word *Brücke*, of two years, some of them about a subject; one says *Steg* only."""
    settings.AUSHANG_PAGE_SIZE = SIZE
    for number in range(OLD + NEW):
        year = 2019 if number < OLD else 2021
        day = datetime(year, 1 + number % 12, 1 + number, tzinfo=UTC)
        article = pages.article(title=f"Brücke {number}", lead="Brücke " * (number % 5 + 1), display_date=day)
        if number % 3 == 0:
            article.subjects.add(pages.subject("Integration"))
            article.save_revision().publish(skip_permission_checks=True)


def slices(ask, **question):
    """The whole answer, slice by slice."""
    first = ask(q="Brücke", **question)
    rest = [ask(q="Brücke", seite=number, **question) for number in range(2, -(-first["total"] // SIZE) + 1)]
    return [first, *rest]


def titles_of(answers):
    return [hit["title"] for answer in answers for hit in answer["results"]]


@pytest.mark.parametrize("sort", ["relevanz", "datum"])
@pytest.mark.parametrize("filters", [{}, {"jahr": "2019"}, {"thema": "integration"}])
def test_the_slices_together_are_the_whole_answer(ask_engine, settings, sort, filters):
    answers = slices(ask_engine, sort=sort, **filters)
    settings.AUSHANG_PAGE_SIZE = 100
    whole = ask_engine(q="Brücke", sort=sort, **filters)
    assert titles_of(answers) == titles_of([whole])
    assert len(set(titles_of(answers))) == whole["total"]


@pytest.mark.parametrize(("filters", "total"), [({}, 23), ({"jahr": "2019"}, 9), ({"jahr": "2019", "typ": "news"}, 9)])
def test_every_slice_counts_all_of_them(ask_engine, filters, total):
    for answer in slices(ask_engine, **filters):
        assert answer["total"] == total
        assert {year["value"]: year["count"] for year in answer["facets"]["jahr"]} == {"2019": OLD, "2021": NEW}


def test_a_filter_finds_what_stands_far_behind_without_it(ask_engine):
    answers = slices(ask_engine, sort="datum", jahr="2019", thema="integration")
    assert titles_of(answers) == ["Brücke 6", "Brücke 3", "Brücke 0"]
    assert {year["value"]: year["count"] for year in answers[0]["facets"]["jahr"]} == {"2019": 3, "2021": 5}


def test_a_pinned_page_comes_first_and_is_counted_once(ask_engine):
    last = titles_of(slices(ask_engine))[-1]
    PinnedHit.objects.create(question="Brücke", page=ArticlePage.objects.get(title=last))
    answers = slices(ask_engine)
    assert titles_of(answers)[0] == last
    assert len(titles_of(answers)) == answers[0]["total"] == OLD + NEW
