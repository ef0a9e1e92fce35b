"""Open calls: page, Atom, JSON and home page say the same at every moment, and nobody is invited too late."""

from datetime import UTC, date, datetime, time
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from programs.models import EditionPage
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LIFE = {
    "opens_on": date(2026, 3, 1),
    "deadline_on": date(2026, 3, 29),
    "starts_on": date(2026, 6, 1),
    "ends_on": date(2026, 10, 25),
    "apply_url": "https://bewerbung.example.org/",
}


@pytest.fixture
def edition():
    """A call that closes in the night in which summer time begins."""
    return pages.edition(pages.program(title="Gespräche"), title="Gespräche 2026", **LIFE)


def shown_on_the_page(client) -> list[str]:
    """Addresses of the calls on the page."""
    answer = client.get("/programme/offen/")
    assert answer.status_code == 200
    return [offer.edition.url for offer in answer.context["offers"]]


def shown_in_json(client) -> list[dict]:
    """The calls in the file for machines."""
    return client.get("/programme/offen.json").json()["calls"]


def shown_in_atom(client) -> list[str]:
    """Addresses of the calls in the feed."""
    feed = ElementTree.fromstring(client.get("/programme/offen.atom").content)
    return [link.attrib["href"] for link in feed.findall(f"{ATOM}entry/{ATOM}link")]


@pytest.mark.parametrize(
    "state",
    [
        ("2026-02-28 22:59:59", "Geplant, Bewerbung ab Sonntag, 1. März 2026", False),
        ("2026-02-28 23:00:00", "Bewerbung offen bis Sonntag, 29. März 2026", True),
        ("2026-03-28 23:00:00", "Letzter Tag der Bewerbung: heute, Sonntag, 29. März 2026", True),
        ("2026-03-29 21:59:59", "Letzter Tag der Bewerbung: heute, Sonntag, 29. März 2026", True),
        ("2026-03-29 22:00:00", "Bewerbung geschlossen seit Sonntag, 29. März 2026", False),
        ("2026-05-31 22:00:00", "Läuft bis Oktober 2026", False),
        ("2026-10-25 22:59:59", "Läuft bis Oktober 2026", False),
        ("2026-10-25 23:00:00", "Abgeschlossen im Oktober 2026", False),
    ],
)
def test_everything_says_the_same_through_the_whole_life(client, clock, edition, state):
    """No job runs between two of these moments, and no cache outlives midnight."""
    moment, words, is_open = state
    clock("2026-02-01 12:00:00")
    for path in (edition.url, "/", "/programme/offen/", "/programme/offen.json", edition.program.url):
        client.get(path)
    clock(moment)
    article = client.get(edition.url).content.decode()
    assert words in article
    assert ("Jetzt bewerben" in article) == is_open
    assert words in client.get(edition.program.url).content.decode()
    assert shown_on_the_page(client) == ([edition.url] if is_open else [])
    assert [call["url"] for call in shown_in_json(client)] == ([edition.canonical_url()] if is_open else [])
    assert shown_in_atom(client) == ([edition.canonical_url()] if is_open else [])
    assert (words in client.get("/").content.decode()) == is_open


def test_a_machine_reads_when_the_call_closes(client, clock, edition):
    clock("2026-03-28 23:00:00")
    call = shown_in_json(client)[0]
    assert call["status"] == "last_day"
    assert call["closes_at"] == "2026-03-30T00:00:00+02:00"
    assert call["time_zone"] == "Europe/Berlin"


def test_who_asks_again_gets_the_new_state_and_not_an_old_copy(client, clock, edition):
    clock("2026-03-29 21:59:59")
    for path in ("/programme/offen.json", "/programme/offen.atom"):
        known = client.get(path)
        assert client.get(path, headers={"If-None-Match": known["ETag"]}).status_code == 304
        clock("2026-03-29 22:00:00")
        assert client.get(path, headers={"If-None-Match": known["ETag"]}).status_code == 200
        clock("2026-03-29 21:59:59")


def test_what_closes_first_comes_first_and_what_never_closes_last(client, clock):
    clock("2026-03-15 12:00:00")
    program = pages.program()
    late = pages.edition(program, opens_on=date(2026, 1, 1), deadline_on=date(2026, 5, 1))
    rolling = pages.edition(program, opens_on=date(2026, 1, 1))
    noon = pages.edition(program, deadline_on=date(2026, 3, 15), deadline_time=time(14))
    pages.edition(program, deadline_on=date(2026, 3, 15), deadline_time=time(13))
    assert shown_on_the_page(client) == [noon.url, late.url, rolling.url]


def test_drafts_and_restricted_programmes_are_in_no_list(client, clock, edition):
    clock("2026-03-15 12:00:00")
    pages.draft(EditionPage, edition.program, **LIFE)
    assert shown_on_the_page(client) == [edition.url]
    PageViewRestriction.objects.create(page=edition.program.get_parent(), restriction_type="login")
    assert client.get("/programme/offen/").status_code == 302
    for path in ("/programme/offen.json", "/programme/offen.atom", f"{edition.url}termine.ics"):
        assert client.get(path).status_code == 302


def test_other_pages_have_no_open_calls(client):
    pages.article(slug="beitrag")
    for path in ("/aktuelles/offen.json", "/offen.atom", "/gibt/es/nicht/offen.json", "/aktuelles/beitrag/offen.atom"):
        assert client.get(path).status_code == 404


def test_no_programme_takes_the_address_of_the_list(author):
    with pytest.raises(Exception, match="„offen“"):
        pages.draft(type(pages.program()), pages.program_index(), slug="offen")


class TestChanges:
    """A change of deadline or amount is a visible, dated note that nobody typed."""

    @pytest.fixture
    def release(self, author, academy, ministry):
        """Brings the newest text live through both steps."""
        return lambda edition: approval.released(edition, author, academy, ministry)

    @pytest.fixture
    def extended(self, clock, author, release):
        clock("2026-03-01 12:00:00")
        program = pages.program(title="Gespräche")
        edition = pages.draft(EditionPage, program, owner=author, title="Runde", amount_to=15_000, **LIFE)
        release(edition)
        clock("2026-03-20 09:30:00")
        approval.edit(edition, author, deadline_on=date(2026, 4, 30), amount_to=20_000)
        return edition

    def test_a_draft_tells_nobody(self, client, extended):
        assert "Seit der Veröffentlichung geändert" not in client.get(extended.url).content.decode()
        assert shown_in_json(client)[0]["changes"] == []

    def test_the_released_change_is_told_with_its_date_and_the_old_value(self, client, extended, release):
        release(extended)
        changes = shown_in_json(client)[0]["changes"]
        assert [(change["what"], change["before"], change["now"]) for change in changes] == [
            ("Betrag", "bis zu 15.000 Euro je teilnehmende Kommune", "bis zu 20.000 Euro je teilnehmende Kommune"),
            ("Bewerbungsfrist", "Sonntag, 29. März 2026", "Donnerstag, 30. April 2026"),
        ]
        assert {change["at"] for change in changes} == {"2026-03-20T09:30:00Z"}
        for path in (extended.url, "/programme/offen/"):
            text = client.get(path).content.decode()
            assert "Sonntag, 29. März 2026" in text
            assert "20. März 2026" in text

    def test_a_change_that_waits_for_its_date_is_told_when_it_is_online(self, client, clock, extended, release):
        go_live_at = datetime(2026, 3, 25, 7, tzinfo=UTC)
        approval.edit(extended, extended.owner, go_live_at=go_live_at)
        release(extended)
        assert shown_in_json(client)[0]["changes"] == []
        clock("2026-03-25 07:01:00")
        call_command("publish_scheduled")
        assert {change["at"] for change in shown_in_json(client)[0]["changes"]} == {"2026-03-25T07:01:00Z"}

    def test_a_comma_moves_no_date(self, client, clock, extended, release):
        release(extended)
        clock("2026-03-25 12:00:00")
        approval.edit(extended, extended.owner, lead="Ein Komma, mehr nicht.")
        release(extended)
        call = shown_in_json(client)[0]
        assert (call["published"], call["updated"]) == ("2026-03-01T12:00:00Z", "2026-03-20T09:30:00Z")
        assert len(call["changes"]) == 2


def test_twenty_calls_need_no_more_queries_than_two(client, clock):
    clock("2026-03-15 12:00:00")
    needed = []
    for number in (2, 20):
        for _again in range(number):
            pages.edition(pages.program(), funders=[], **LIFE)
        client.get("/programme/offen/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/programme/offen/").status_code == 200
        needed.append(len(queries))
    assert needed[1] <= needed[0] <= 15
