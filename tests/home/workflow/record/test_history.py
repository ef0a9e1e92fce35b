"""One history of a page, and its record as a file."""

import json
import subprocess

import pytest
from django.urls import reverse

from home.actions.pdf import engine
from home.workflow import transitions
from home.workflow.models import Entry
from home.workflow.record import persons
from home.workflow.record.history import history_of
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(author, academy):
    """An article that came back once."""
    page = pages.draft_article(owner=author)
    draft = page.get_latest_revision_as_object()
    draft.change_note = "Zahlen ergänzt"
    draft.save_revision(user=author, log_action=True)
    page.refresh_from_db()
    transitions.submit(page, author, "Eilt ein wenig.")
    transitions.request_changes(page, academy, "Bitte die Zahl belegen.")
    return page


def test_the_history_merges_versions_transitions_and_comments(page):
    lines = [(event.what, event.who, event.comment) for event in history_of(page)]
    assert lines == [
        ("Änderungen anfordern", "akademie", "Bitte die Zahl belegen."),
        ("Zur Freigabe einreichen", "autorin", "Eilt ein wenig."),
        ("Fassung gespeichert", "autorin", "Zahlen ergänzt"),
        ("Fassung gespeichert", "autorin", ""),
        ("Erstellt", "autorin", ""),
    ]


def test_a_transition_says_from_where_to_where(page):
    event = history_of(page)[0]
    assert event.before == "nie veröffentlicht, bei der Akademie"
    assert event.after == "nie veröffentlicht, Änderungen angefordert"


def test_what_was_erased_says_so(page, author):
    persons.forget(author)
    persons.erase_remark(Entry.objects.get(verb="submit"))
    event = history_of(page)[1]
    assert (event.who, event.comment) == ("gelöscht", "gelöscht")


def test_the_record_as_data_holds_what_proves_it(client, page, academy):
    client.force_login(academy)
    response = client.get(reverse("page_record_json", args=[page.pk]))
    data = json.loads(response.content)
    assert [entry["verb"] for entry in data["entries"]] == ["submit", "request_changes"]
    assert data["entries"][1]["previous"] == data["entries"][0]["hash"]
    assert data["entries"][1]["comment"] == "Bitte die Zahl belegen."
    assert data["head"] == f"{data['entries'][1]['hash']}:2"
    assert "attachment" in response["Content-Disposition"]


def words_of(pdf: bytes) -> str:
    """The text of a PDF, as a tool reads it."""
    told = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return told.stdout.decode()


@pytest.mark.skipif(not engine.available(), reason="Pango is missing")
def test_the_record_as_a_document(client, page, academy):
    client.force_login(academy)
    response = client.get(reverse("page_record_pdf", args=[page.pk]))
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert "Seite 1 von 1" in words_of(response.content)


@pytest.mark.parametrize("name", ["page_record_json", "page_record_pdf"])
def test_who_may_not_edit_the_page_does_not_get_its_record(client, name, page, author, superuser):
    foreign = pages.draft_article(owner=superuser)
    client.force_login(author)
    assert client.get(reverse(name, args=[foreign.pk])).status_code == 302
    client.logout()
    assert "/admin/login/" in client.get(reverse(name, args=[page.pk])).url
