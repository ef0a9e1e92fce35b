"""No question stops the site, breaks it, or makes it say what it must not."""

import time

import pytest
from django.db import connection

from search import finder
from search.deadline import TookTooLong, deadline
from tests.factories import pages
from tests.search.hidden import TEXT, WORD, never_published, published

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
    "\u200frathaus\u2066 \u202dhafen\u2069",
    # Operators of SQLite, of PostgreSQL, and of search servers.
    '^hafen NEAR(hafen rathaus, 5) + "hafen" * -title : hafen',
    "hafen & !rathaus | (am <-> hafen):* <2> 'hafen':A",
    '+hafen -rathaus && || ! title:/.*/ _exists_:title [a TO z] {a TO *} hafen~2 hafen^9 "hafen rathaus"~5',
    '{"query": {"match_all": {}}} {{hafen}} ${hafen}',
    "hafen'; DROP TABLE page_basepage; --",
    f"{WORD}* OR *:* OR 1=1",
    f'"{TEXT}" OR title:{WORD}',
    "?" * 50 + "*" * 50,
    "a* b* c* d* e* f* g* h* i* j* k* l* m*",
    "donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
]
# Bytes that are no text, and a name that is asked twice.
ADDRESSES = ["?q=%ED%A0%80%FF", "?q=%00%00", "?q=hafen&q=%C3", "?q=hafen&seite=9" + "9" * 400, "?q[]=hafen&typ=%F0"]
SLACK = 1.0


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_strange_question_gets_a_page(client, question):
    assert client.get("/suche/", {"q": question}).status_code == 200
    assert client.get("/suche/", {"q": question, "format": "json"}).status_code == 200
    assert client.get("/suche/vorschlaege/", {"q": question}).status_code == 200


def test_no_engine_is_broken_slowed_down_or_made_to_tell_by_any_of_them(engine, client, settings):
    pages.article(title="Rathaus am Hafen")
    never_published()
    published("zurück").unpublish()
    limit = max(finder.SECONDS, settings.SEARCH_SECONDS) + SLACK
    for question in QUESTIONS:
        started = time.monotonic()
        response = client.get("/suche/", {"q": question, "format": "json"})
        took = time.monotonic() - started
        answer = response.json()
        print(f"{engine.name:10} {took * 1000:6.0f} ms {answer['total']:2} hits  {question[:50]!r}")
        assert (response.status_code, answer["engine"]) == (200, engine.name), question
        assert took < limit, question
        assert WORD not in str(answer["results"]) + str(answer["suggestion"]), question
        assert WORD not in client.get("/suche/feed.atom", {"q": question.replace(WORD, "")}).content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("path", ["/suche/", "/suche/feed.atom", "/suche/vorschlaege/"])
def test_a_strange_address_is_answered_or_refused(client, path, address):
    assert client.get(path + address).status_code in {200, 404}


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
