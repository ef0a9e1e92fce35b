"""What the chain notices, and what may be erased without its noticing."""

import pytest
from django.db import connection

from home.workflow import transitions
from home.workflow.models import Entry, Head, Remark
from home.workflow.record import chain, persons
from tests.factories import approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(author, academy):
    """The head of a chain of five entries."""
    approval.approved(author, academy)
    page = approval.submitted(author)
    transitions.request_changes(page, academy, "Bitte die Zahl belegen.")
    assert chain.head().number == 5
    return chain.head()


def sql(*statements: str) -> None:
    """Past all models, as somebody at the database would."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def rewritten() -> None:
    """All hashes made anew after a change: only somebody with an earlier head notices."""
    last = Head()
    for entry in Entry.objects.order_by("number"):
        entry.previous = last.hash
        last = Head(number=entry.number, hash=chain.hash_of(entry))
        with connection.cursor() as cursor:
            statement = "UPDATE workflow_entry SET previous = %s, hash = %s WHERE number = %s"
            cursor.execute(statement, [entry.previous, last.hash, entry.number])
    Head.objects.update(number=last.number, hash=last.hash)


CHANGED = [
    "title = 'Anders'", "verb = 'import'", "page_key = 999", "revision_key = 999", "person_key = 'x'", "digest = 'x'",
    "comment_digest = 'x'", "to_review = 'draft'", "from_review = 'none'", "to_publication = 'never'",
    "from_publication = 'archived'", "at = '2020-01-01 00:00:00+00'",
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGED)
def test_a_changed_field_is_noticed(known, change):
    sql(f"UPDATE workflow_entry SET {change} WHERE number = 3")
    assert "Eintrag 3 wurde verändert." in list(chain.faults())


def test_a_deleted_entry_is_noticed(known):
    sql("DELETE FROM workflow_entry WHERE number = 2")
    assert list(chain.faults()) == ["Zwischen 1 und 3 fehlen Einträge."]


def test_a_cut_tail_is_noticed(known):
    sql("DELETE FROM workflow_remark", "DELETE FROM workflow_entry WHERE number > 3")
    assert list(chain.faults()) == ["Die Kette endet bei 3, geschrieben wurden aber 5 Einträge."]


def test_a_cut_tail_with_a_new_end_is_noticed_by_an_earlier_head(known):
    sql("DELETE FROM workflow_remark", "DELETE FROM workflow_entry WHERE number > 3")
    rewritten()
    assert not list(chain.faults())
    sentence = "Die Kette endet bei 3; der frühere Kopf war 5. Einträge wurden abgeschnitten."
    assert list(chain.faults(known)) == [sentence]


def test_swapped_entries_are_noticed(known):
    sql(
        "UPDATE workflow_entry SET number = 100 WHERE number = 2",
        "UPDATE workflow_entry SET number = 2 WHERE number = 3",
        "UPDATE workflow_entry SET number = 3 WHERE number = 100",
    )
    assert "Eintrag 2 schließt nicht an Eintrag 1 an." in list(chain.faults())


def test_a_chain_written_anew_is_noticed_by_an_earlier_head(known):
    sql("UPDATE workflow_entry SET title = 'Anders' WHERE number = 1")
    rewritten()
    assert not list(chain.faults())
    assert list(chain.faults(known)) == ["Eintrag 5 ist nicht der des früheren Kopfes."]


def test_a_changed_comment_is_noticed(known):
    Remark.objects.update(text="Alles bestens.")
    assert list(chain.faults()) == ["Der Kommentar zu Eintrag 5 wurde verändert."]


def test_an_earlier_head_holds_when_the_chain_grew(known, author):
    approval.submitted(author)
    assert not list(chain.faults(known))


def test_an_erased_person_leaves_the_chain_as_it_is(known, author):
    key = Entry.objects.first().person_key
    persons.forget(author)
    assert not list(chain.faults(known))
    assert persons.names_of({key}) == {}


def test_a_deleted_account_leaves_the_chain_as_it_is(known, academy):
    academy.delete()
    assert not list(chain.faults(known))


def test_an_erased_comment_leaves_the_chain_as_it_is(known):
    entry = Entry.objects.get(number=5)
    persons.erase_remark(entry)
    assert not list(chain.faults(known))
    assert Remark.objects.get(entry=entry).text == ""


def test_an_erased_comment_is_erased_where_wagtail_keeps_it_too(known):
    persons.erase_remark(Entry.objects.get(number=5))
    with connection.cursor() as cursor:
        for table, column in (("wagtailcore_taskstate", "comment"), ("wagtailcore_pagelogentry", "data")):
            cursor.execute(f"SELECT {column} FROM {table}")
            assert "belegen" not in str(cursor.fetchall())


def test_the_same_comment_has_another_digest_each_time():
    assert persons.salted("Gut.")[1] != persons.salted("Gut.")[1]
