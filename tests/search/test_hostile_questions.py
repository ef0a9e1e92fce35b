"""No question stops the site, breaks it, or makes it say what it must not."""

import pytest
from django.db import connection

from search.deadline import TookTooLong, deadline
from tests.factories import pages

pytestmark = pytest.mark.django_db

QUESTIONS = [
    "x" * 10_000,
    "wort " * 500,
    '"',
    '"offen',
    "'",
    "a'b\"c",
    "*",
    "%",
    "%s %(x)s",
    "\\",
    "AND OR NOT NEAR(",
    "(a OR b) AND -c title:x ^2 ~",
    "a\x00b",
    "\u202eetsiL\u202c",
    "🎪",
    "_",
    "{title body}:",
    "<script>alert(1)</script>",
    "ﷺ" * 200,
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_strange_question_gets_a_page(client, question):
    assert client.get("/suche/", {"q": question}).status_code == 200
    assert client.get("/suche/", {"q": question, "format": "json"}).status_code == 200
    assert client.get("/suche/vorschlaege/", {"q": question}).status_code == 200


def test_markup_in_a_question_stays_text(client):
    page = client.get("/suche/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page


def test_markup_in_a_text_stays_text_in_the_excerpt(ask):
    pages.article(title="Zauberei", lead="Man schreibt <script>alert(1)</script> & fertig.")
    (hit,) = ask(q="fertig")["results"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark>fertig</mark>" in hit["excerpt"]


def test_a_long_question_is_shortened_and_says_so(client):
    assert "nur nach dem Anfang" in client.get("/suche/", {"q": "wort " * 500}).content.decode()


def test_a_question_that_takes_too_long_is_ended_with_a_sentence(client, monkeypatch):
    monkeypatch.setattr("search.finder.ask", lambda *args: endless())
    monkeypatch.setattr("search.finder.SECONDS", 0.05)
    response = client.get("/suche/", {"q": "Integration"})
    assert response.status_code == 503
    assert "hat zu lange gedauert" in response.content.decode()
    assert client.get("/suche/", {"q": "Integration", "format": "json"}).json()["results"] == []


def test_the_time_limit_ends_with_the_search(django_user_model):
    with pytest.raises(TookTooLong), deadline(0.05):
        endless()
    assert list(django_user_model.objects.all()) == []


def endless():
    """A statement that counts for minutes."""
    count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000000) SELECT count(*) FROM n"
    with connection.cursor() as cursor:
        cursor.execute(count)
