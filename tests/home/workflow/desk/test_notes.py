"""The note beside the buttons: saved with the version, said with the submission, seen wherever the history is told."""

import pytest
from django.urls import reverse

from home.workflow import transitions
from home.workflow.models import ChangeNote, Message
from home.workflow.record import chain
from home.workflow.record.export import as_data
from news.models import ArticlePage
from tests.factories import approval, pages
from tests.home.workflow.test_doors import form_of

pytestmark = pytest.mark.django_db


def save(client, user, page, **fields):
    client.force_login(user)
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, **fields))


def screen(client, user, page) -> str:
    client.force_login(user)
    return client.get(reverse("desk_page", args=[page.pk])).content.decode()


def test_the_form_asks_for_a_note(client, author):
    page = pages.draft_article(owner=author)
    client.force_login(author)
    for address in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["news", "articlepage", page.get_parent().pk]),
    ):
        assert 'name="change_note"' in client.get(address).content.decode()


def test_a_note_is_saved_with_its_version(client, author):
    page = pages.draft_article(owner=author)
    save(client, author, page, lead="Neu", change_note="Zahlen ergänzt")
    page.refresh_from_db()
    assert page.latest_revision.change_note.text == "Zahlen ergänzt"
    assert "Zahlen ergänzt" in screen(client, author, page)


def test_a_note_of_a_new_page_is_its_first_comment(client, author, academy):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", pages.news_index().pk])
    client.force_login(author)
    blank = ArticlePage(title="Neu", slug="neu", lead="Was neu ist.")
    client.post(address, form_of(blank, change_note="Bitte bis Freitag", **{"action-submit": "1"}))
    page = ArticlePage.objects.get(slug="neu")
    assert chain.entries_of(page.pk).get(verb="submit").remark.text == "Bitte bis Freitag"
    assert "Bitte bis Freitag" in Message.objects.get(recipient=academy).text


def test_a_note_at_the_submission_is_told_once_to_everybody(client, author, academy):
    page = pages.draft_article(owner=author)
    save(client, author, page, change_note="Zahl belegt", **{"action-submit": "1"})
    assert screen(client, academy, page).count("Zahl belegt") == 2  # above the decision, and in the history
    told = [event["comment"] for event in as_data(page)["history"] if event["comment"]]
    assert told == ["Zahl belegt"]


def test_a_note_at_a_second_submission_is_said_with_it(client, author, academy):
    page = approval.changes_requested(author, academy)
    save(client, author, page, lead="Belegt", change_note="Quelle ergänzt", **{"action-submit": "1"})
    assert chain.entries_of(page.pk).last().verb == "submit"
    assert chain.entries_of(page.pk).last().remark.text == "Quelle ergänzt"


def test_a_note_does_not_count_as_another_text(client, author, academy):
    page = approval.submitted(author, body=[])
    decision = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    save(client, academy, page, change_note="Gut gelöst", **decision)
    page.refresh_from_db()
    assert page.live


def test_a_note_taken_back_is_gone(author):
    page = pages.draft_article(owner=author)
    page.change_note = "Erst so"
    revision = page.save_revision(user=author)
    page.change_note = " "
    page.save_revision(user=author, overwrite_revision=revision)
    assert not ChangeNote.objects.exists()


def test_a_refused_form_keeps_the_note(client, author):
    page = pages.draft_article(owner=author)
    answer = save(client, author, page, title="", change_note="Zahlen ergänzt", **{"action-submit": "1"})
    assert 'value="Zahlen ergänzt"' in answer.content.decode()


def test_the_history_is_the_one_of_the_record(client, author, academy):
    page = approval.submitted(author)
    transitions.request_changes(page, academy, "Bitte die Zahl belegen.")
    content = screen(client, author, page)
    assert content.index("Änderungen anfordern</strong>") < content.index("Zur Freigabe einreichen</strong>")
    assert "nie veröffentlicht, bei der Akademie" in content
    assert reverse("page_record_pdf", args=[page.pk]) in content


def test_versions_saved_in_a_row_are_one_line(client, author):
    page = pages.draft_article(owner=author)
    for number in range(3):
        approval.edit(page, author, lead=f"Stand {number}")
    assert "Fassung gespeichert</strong> (4 ×)" in screen(client, author, page)
