"""Of who writes to whom nothing is kept, however the sending ends."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache, caches
from django.core.mail import EmailMultiAlternatives
from django.db import connection

from home.actions.mailing import quota
from home.actions.pdf import making
from home.actions.pdf.tasks import make_pdf

from .filled import NOTE, RECIPIENT, ripe, send, thanked

pytestmark = pytest.mark.django_db

SECRETS = ("qwxgeheim", "Ada Muster", NOTE)


def rows() -> Iterator[object]:
    """Every row of every table: sessions and payloads of tasks, too."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            yield from cursor.fetchall()


def cached() -> Iterator[object]:
    """Keys and values of all caches, wherever they keep them."""
    for one in caches.all(initialized_only=True):
        if hasattr(one, "_cache") and isinstance(one._cache, dict):
            yield one._cache
        elif hasattr(one, "_dir"):
            yield from (file.read_bytes() for file in Path(one._dir).rglob("*") if file.is_file())
        else:
            client = one._cache.get_client(None)
            yield from ((key, client.get(key)) for key in client.scan_iter())


def files(folder: Path) -> Iterator[bytes]:
    """All that was written into the folders of this test."""
    yield from (file.read_bytes() for file in folder.rglob("*") if file.is_file())


def kept(folder: Path, log: str) -> str:
    """Everything that is left afterwards, as one text."""
    return str([*rows(), *cached(), *files(folder), log])


def fail(error: Exception) -> Callable:
    """Stands in for something that is broken."""

    def broken(*args, **kwargs):
        raise error

    return broken


class Letter(EmailMultiAlternatives):
    """The form's mails alone: reports to the administrators go out when it breaks."""


ENDS: dict[str, tuple[int, dict]] = {
    "sent": (303, {}),
    "sent with a PDF": (303, {"attach_pdf": "on"}),
    "robot": (303, {"trap": "x"}),
    "errors": (422, {"recipient": "qwxgeheim und falsch"}),
    "forged ticket": (422, {"ticket": "qwxgeheim"}),
    "no PDF": (503, {"attach_pdf": "on"}),
    "too many": (429, {}),
    "flood": (429, {}),
    "no mail server": (503, {}),
    "broken": (503, {}),
    "no counters": (500, {}),
}


def prepared(end: str, monkeypatch) -> None:
    """Makes the sending end like this."""
    monkeypatch.setattr("home.actions.mailing.letter.EmailMultiAlternatives", Letter)
    monkeypatch.setattr("home.actions.mailing.views.pdf_of", lambda page: ("Artikel.pdf", b"%PDF-1.7"))
    if end == "no PDF":
        monkeypatch.setattr("home.actions.mailing.views.pdf_of", fail(making.Busy()))
    elif end == "too many":
        monkeypatch.setattr(quota, "PER_VISITOR", ((quota.HOUR, 0),))
    elif end == "flood":
        monkeypatch.setattr(quota, "PER_SITE", ((quota.HOUR, 0),))
    elif end == "no mail server":
        monkeypatch.setattr(Letter, "send", fail(OSError(RECIPIENT)))
    elif end == "broken":
        monkeypatch.setattr(Letter, "send", fail(RuntimeError(RECIPIENT)))
    elif end == "no counters":
        monkeypatch.setattr(quota.cache, "incr", fail(RuntimeError("no cache")))
        monkeypatch.setattr(quota.cache, "add", lambda *args, **more: False)


@pytest.fixture
def reports_with_everything() -> Iterator[None]:
    """Reports to the administrators show the variables of every function, as a watching service does."""
    handlers = [one for one in logging.getLogger("django").handlers if hasattr(one, "include_html")]
    assert handlers
    for one in handlers:
        one.include_html = True
    yield
    for one in handlers:
        one.include_html = False


@pytest.fixture
def kept_tasks(settings) -> None:
    """Tasks wait in the database, as in earnest, and take what they were given along."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.mark.usefixtures("reports_with_everything", "kept_tasks")
@pytest.mark.parametrize("end", ENDS)
def test_nothing_is_kept(client, page, monkeypatch, caplog, tmp_path, settings, end):  # noqa: PLR0917
    settings.ADMINS = [("Technik", "technik@example.org")]
    caplog.set_level(logging.DEBUG)
    prepared(end, monkeypatch)
    status, changed = ENDS[end]
    client.raise_request_exception = False
    assert send(client, page, **changed).status_code == status
    left = kept(tmp_path, caplog.text)
    assert [word for word in SECRETS if word in left] == []
    reports = [sent for sent in mail.outbox if "technik@example.org" in sent.to]
    assert [word for word in SECRETS if word in str([sent.message() for sent in reports])] == []
    assert bool(reports) == (end == "flood" or status >= 500)


def test_the_log_says_when_and_which_page_and_how_it_ended(client, page, caplog):
    caplog.set_level(logging.INFO)
    assert thanked(send(client, page))
    assert f"mail form: page {page.pk}: sent" in caplog.text


@pytest.mark.usefixtures("kept_tasks")
def test_the_search_would_have_found_it(page, tmp_path):
    page.lead = "qwxgeheim-row"
    page.save()
    make_pdf.enqueue("qwxgeheim-task")
    cache.set("qwxgeheim-cache", 1)
    (tmp_path / "file").write_text("qwxgeheim-file")
    left = kept(tmp_path, "qwxgeheim-log")
    assert [place for place in ("row", "task", "cache", "file", "log") if f"qwxgeheim-{place}" not in left] == []


def test_counters_are_found_and_tell_nothing(client, page):
    send(client, page)
    assert "actions.mail" in str([*cached()])


def test_a_ticket_that_failed_can_be_used_no_more_and_names_nobody(client, page, monkeypatch):
    once = ripe(page)
    prepared("no mail server", monkeypatch)
    response = send(client, page, ticket=once)
    assert "error-summary" in response.content.decode()
    assert f'value="{once}"' not in response.content.decode()


def test_nobody_stores_the_page(client, page):
    response = client.get(page.url + "senden/")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Die Nachricht ist versandt" in client.get(page.url + "senden/?gesendet").content.decode()
