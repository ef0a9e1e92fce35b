"""Of who writes to whom nothing is kept."""

import logging

import pytest
from django.core.cache import caches
from django.db import connection

from home.actions.pdf import making

from .filled import NOTE, send, thanked

pytestmark = pytest.mark.django_db


def test_nothing_is_kept(client, page, caplog):
    caplog.set_level(logging.DEBUG)
    assert thanked(send(client, page))
    send(client, page, recipient="qwxgeheim-und-falsch")
    secrets = ("qwxgeheim", "Ada Muster", NOTE)
    assert not [record for record in caplog.records if any(word in record.getMessage() for word in secrets)]
    assert f"mail form: page {page.pk}: sent" in caplog.text
    assert not any(word in dump() for word in secrets)
    assert not any(word in str(getattr(caches["default"], "_cache", "")) for word in secrets)


def dump() -> str:
    """Every row of every table, as text: sessions and tasks, too."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return str(rows)


def test_the_dump_would_have_noticed(page):
    page.lead = "qwxgeheim"
    page.save()
    assert "qwxgeheim" in dump()


@pytest.mark.parametrize("error", [OSError("qwxgeheim@example.org"), making.Busy()])
def test_a_mail_server_that_is_down_is_a_sentence_without_addresses(client, page, monkeypatch, caplog, error):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr("home.actions.mailing.views.pdf_of", fail)
    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", fail)
    wanted = {"attach_pdf": "on"} if isinstance(error, making.Busy) else {}
    response = send(client, page, **wanted)
    assert response.status_code == 503
    assert "error-summary" in response.content.decode()
    assert "qwxgeheim" not in caplog.text


def test_nobody_stores_the_page(client, page):
    response = client.get(page.url + "senden/")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Die Nachricht ist versandt" in client.get(page.url + "senden/?gesendet").content.decode()
