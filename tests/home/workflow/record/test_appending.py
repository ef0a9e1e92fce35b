"""Every verb writes exactly one entry, in its own transaction, also when two are done at the same moment."""

import threading

import pytest
from django.db import connection, transaction

from home.workflow import transitions
from home.workflow.models import Entry, Person
from home.workflow.models.record import NeverChanged
from home.workflow.record import chain
from tests.factories import approval, pages


def verbs_of(page) -> list[str]:
    return list(chain.entries_of(page.pk).values_list("verb", flat=True))


def live(author, academy, emergency):
    return approval.approved(author, academy)


def emergency_page(author, academy, emergency):
    page = pages.draft_article(owner=author)
    transitions.publish_emergency(page, emergency, "Hochwasser.")
    return page


def withdrawn(author, academy, emergency):
    page = approval.approved(author, academy)
    transitions.withdraw(page, emergency, "Falsch.")
    return page


def declined(author, academy, emergency):
    page = approval.submitted(author)
    transitions.decline(page, academy, "Passt nicht.")
    return page


def draft(author, academy, emergency):
    return pages.draft_article(owner=author)


def waiting(author, academy, emergency):
    return approval.submitted(author)


VERBS = [
    (draft, "submit", "author", ["submit"]),
    (waiting, "retract", "author", ["retract"]),
    (waiting, "approve", "academy", ["release", "approve"]),
    (waiting, "request_changes", "academy", ["request_changes"]),
    (waiting, "decline", "academy", ["decline"]),
    (live, "ask_withdrawal", "author", ["ask_withdrawal"]),
    (live, "withdraw", "emergency", ["withdraw"]),
    (withdrawn, "archive", "academy", ["archive"]),
    (declined, "reopen", "academy", ["reopen"]),
    (draft, "publish_emergency", "emergency", ["publish_emergency"]),
    (emergency_page, "look_again", "academy", ["look_again"]),
]


@pytest.mark.django_db
@pytest.mark.parametrize("case", VERBS, ids=lambda case: case[1])
def test_a_verb_writes_exactly_one_entry(author, academy, emergency, case):
    place, verb, who, entries = case
    page = place(author, academy, emergency)
    before = len(verbs_of(page))
    person = {"author": author, "academy": academy, "emergency": emergency}[who]
    transitions.VERBS[verb](page, person, "Mit Grund.")
    assert verbs_of(page)[before:] == entries


@pytest.mark.django_db
def test_an_edit_under_review_writes_its_entry(author, academy):
    page = approval.submitted(author)
    approval.edit(page, academy, lead="Schnell noch etwas")
    assert verbs_of(page) == ["submit", "edited_under_review"]


@pytest.mark.django_db
def test_an_import_writes_its_entry():
    page = pages.draft_article()
    transitions.publish_import(page)
    assert verbs_of(page) == ["import"]


@pytest.mark.django_db
def test_an_entry_says_what_was_done(author, academy):
    page = approval.submitted(author)
    transitions.request_changes(page, academy, "Bitte die Zahl belegen.")
    entry = chain.entries_of(page.pk).last()
    assert (entry.title, entry.revision_key) == (page.title, page.latest_revision_id)
    assert (entry.from_publication, entry.from_review) == ("never", "submitted")
    assert (entry.to_publication, entry.to_review) == ("never", "changes_requested")
    assert Person.objects.get(key=entry.person_key).user == academy
    assert entry.remark.text == "Bitte die Zahl belegen."


@pytest.mark.django_db
def test_an_approval_leads_from_waiting_to_published(author, academy):
    entry = chain.entries_of(approval.approved(author, academy).pk).last()
    assert (entry.from_publication, entry.from_review) == ("never", "submitted")
    assert (entry.to_publication, entry.to_review) == ("published", "none")


@pytest.mark.django_db
def test_a_deed_that_is_undone_leaves_no_entry(author):
    page = pages.draft_article(owner=author)
    with transaction.atomic():
        transitions.submit(page, author)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    assert chain.head().number == 0


@pytest.mark.django_db
def test_the_entries_of_a_deleted_page_stay(author):
    page = approval.submitted(author)
    transitions.retract(page, author)
    key = page.pk
    page.delete()
    assert list(chain.entries_of(key).values_list("verb", flat=True)) == ["submit", "retract", "delete"]
    assert not list(chain.faults())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "deed",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.filter(pk=entry.pk).delete(),
        lambda entry: Entry.objects.update(title="Anders"),
        lambda entry: Entry.objects.bulk_update([entry], ["title"]),
        lambda entry: Entry.objects.update_or_create(pk=entry.pk, defaults={"title": "Anders"}),
    ],
)
def test_an_entry_is_neither_changed_nor_deleted(author, deed):
    approval.submitted(author)
    with pytest.raises(NeverChanged):
        deed(Entry.objects.first())
    assert Entry.objects.count() == 1


FACTS = {"title": "Seite", "from_publication": "never", "from_review": "draft", "to_publication": "never"}


@pytest.fixture
def real_transactions(django_db_setup, django_db_blocker):
    """The chain with nothing around it that is rolled back; emptied afterwards."""
    with django_db_blocker.unblock():
        yield
        with connection.cursor() as cursor:
            for table in ("remark", "entry", "head"):
                cursor.execute(f"DELETE FROM workflow_{table}")
        connection.close()


def append_ten(page_key: int, start: threading.Barrier, failed: list) -> None:
    """What one server process does."""
    try:
        start.wait()
        for _number in range(10):
            with transaction.atomic():
                chain.append(comment="Ja.", page_key=page_key, verb="submit", to_review="submitted", **FACTS)
    except Exception as error:
        failed.append(error)
    finally:
        connection.close()


def test_four_at_the_same_moment_stand_one_after_the_other(real_transactions):
    start, failed = threading.Barrier(4), []
    threads = [threading.Thread(target=append_ten, args=[key, start, failed]) for key in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 41))
    assert not list(chain.faults())
