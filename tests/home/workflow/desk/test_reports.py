"""Two reports beside the pages: mails that can be sent again, and the records of deleted pages."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.workflow.messages import delivery
from home.workflow.models import Message
from home.workflow.record import chain
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db

OUTBOX, AGAIN, GONE = reverse("desk_outbox"), reverse("desk_outbox_again"), reverse("desk_gone")


@pytest.fixture
def message(author, academy):
    """The mail about a submission, given up."""
    approval.submitted(author, title="Wartender Text")
    Message.objects.update(status="failed", error="ConnectionRefusedError: niemand da", attempts=8)
    return Message.objects.get()


@pytest.fixture
def deleted(client, author, academy):
    """A page that came back once, and was then deleted by its author."""
    page = approval.changes_requested(author, academy)
    client.force_login(author)
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert chain.entries_of(page.pk).last().verb == "delete"
    return page


def test_the_outbox_says_how_each_mail_fared(client, superuser, message):
    client.force_login(superuser)
    content = client.get(OUTBOX).content.decode()
    assert message.subject in content
    assert "aufgegeben" in content
    assert "8 Versuche; letzter Fehler: ConnectionRefusedError: niemand da" in content


def test_the_outbox_asks_the_same_however_many_there_are(client, superuser, author, academy):
    client.force_login(superuser)
    counts = []
    for _round in range(3):
        approval.submitted(author)
        with CaptureQueriesContext(connection) as queries:
            client.get(OUTBOX)
        counts.append(len(queries))
    assert counts[1] == counts[2]


@pytest.mark.parametrize("which", ["one", "all given up"])
def test_a_mail_is_sent_again_by_hand(client, superuser, message, mailoutbox, which):
    client.force_login(superuser)
    client.post(AGAIN, {"message": message.pk} if which == "one" else {})
    delivery.deliver_due(timezone.now())
    assert [mail.to for mail in mailoutbox] == [["akademie@example.org"]]
    message.refresh_from_db()
    assert message.status == "sent"


@pytest.mark.parametrize("role", ["author", "academy", "ministry", "emergency"])
def test_others_do_not_read_the_mails(client, request, message, role):
    client.force_login(request.getfixturevalue(role))
    assert client.get(OUTBOX).status_code == 302
    client.post(AGAIN, {"message": message.pk})
    message.refresh_from_db()
    assert message.status == "failed"


@pytest.mark.parametrize("wrong", ["x", "999999999999999999999", "-1"])
def test_a_strange_key_sends_nothing(client, superuser, message, wrong):
    client.force_login(superuser)
    assert client.post(AGAIN, {"message": wrong}).status_code == 302
    message.refresh_from_db()
    assert message.status == "failed"


@pytest.mark.parametrize("role", ["academy", "ministry", "emergency", "superuser"])
def test_editors_find_the_record_of_a_deleted_page(client, request, deleted, role):
    client.force_login(request.getfixturevalue(role))
    content = client.get(GONE).content.decode()
    assert deleted.title in content
    assert "autorin" in content
    data = json.loads(client.get(reverse("page_record_json", args=[deleted.pk])).content)
    assert [entry["verb"] for entry in data["entries"]] == ["submit", "request_changes", "delete"]
    assert data["page"]["title"] == deleted.title
    assert [event["what"] for event in data["history"]].count("Gelöscht") == 1
    assert client.get(reverse("page_record_pdf", args=[deleted.pk])).content.startswith(b"%PDF")


def test_authors_do_not_read_what_others_deleted(client, author, deleted):
    client.force_login(author)
    assert client.get(GONE).status_code == 302
    assert client.get(reverse("page_record_json", args=[deleted.pk])).status_code == 302


def test_a_page_that_never_was_has_no_record(client, superuser):
    client.force_login(superuser)
    assert client.get(reverse("page_record_json", args=[999999])).status_code == 404


def test_a_page_that_exists_is_not_among_the_deleted(client, superuser, deleted):
    pages.draft_article(title="Noch da")
    client.force_login(superuser)
    assert "Noch da" not in client.get(GONE).content.decode()


@pytest.mark.usefixtures("message", "deleted")
@pytest.mark.parametrize("address", [OUTBOX, GONE])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_both_are_taken_along_as_a_table(client, superuser, address, ending):
    client.force_login(superuser)
    assert b"".join(client.get(f"{address}?export={ending}").streaming_content)
