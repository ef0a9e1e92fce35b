"""The verbs of approval: what each does, what each refuses, and with which sentence."""

import pytest
from wagtail.models import PageLogEntry, Task, WorkflowTask

from home.workflow import roles, transitions
from home.workflow.transitions import Refused
from tests.factories import approval, pages

pytestmark = pytest.mark.django_db

OWN = "Sie haben diesen Text selbst eingereicht. Jemand anderes muss ihn freigeben."
CO_AUTHOR = "Sie haben selbst an diesem Text gearbeitet. Jemand anderes muss ihn freigeben."
NOT_MEMBER = "Diesen Schritt dürfen nur Mitglieder der prüfenden Gruppe entscheiden."
NOT_ALL_STEPS = (
    "Nicht jeder Schritt des Ablaufs ist für diese Fassung freigegeben. "
    "Es wurde nichts veröffentlicht und nichts geändert."
)
CHANGED = "Der Text wurde nach dem Einreichen geändert. Er muss neu eingereicht werden."


def join_reviewers(user):
    user.groups.add(Task.objects.get(name=roles.CHECK.name).specific.groups.get())


def refused(verb, *args):
    with pytest.raises(Refused) as refusal:
        verb(*args)
    return str(refusal.value)


def test_approval_puts_exactly_the_submitted_revision_live(author, academy):
    page = approval.submitted(author, title="Erste Fassung")
    revision = page.latest_revision
    transitions.approve(page, academy, "Gut so.")
    page.refresh_from_db()
    assert page.live
    assert page.live_revision == revision


def test_the_approval_keeps_its_comment(author, academy):
    page = approval.submitted(author)
    transitions.approve(page, academy, "Gut so.")
    assert page.workflow_states.get().task_states.get().comment == "Gut so."


def test_an_author_among_the_reviewers_cannot_approve_the_own_submission(author):
    page = approval.submitted(author)
    join_reviewers(author)
    assert refused(transitions.approve, page, author) == OWN
    page.refresh_from_db()
    assert not page.live


def test_whoever_saved_a_revision_since_the_release_cannot_approve(author, academy):
    page = pages.draft_article(owner=author)
    approval.edit(page, academy, lead="Neuer Vorspann")
    transitions.submit(page, author)
    assert refused(transitions.approve, page, academy) == CO_AUTHOR


def test_work_on_a_released_version_does_not_bar_from_the_next_one(author, academy):
    page = pages.draft_article(owner=author)
    approval.edit(page, academy, lead="Neuer Vorspann")
    page.get_latest_revision().publish(skip_permission_checks=True)
    approval.edit(page, author, lead="Noch ein Vorspann")
    page.refresh_from_db()
    transitions.submit(page, author)
    transitions.approve(page, academy)
    page.refresh_from_db()
    assert page.lead == "Noch ein Vorspann"


def test_rank_is_no_group(author, superuser):
    assert refused(transitions.approve, approval.submitted(author), superuser) == NOT_MEMBER


def test_a_superuser_among_the_reviewers_cannot_approve_the_own_text(superuser):
    page = approval.submitted(superuser)
    join_reviewers(superuser)
    assert refused(transitions.approve, page, superuser) == OWN


@pytest.mark.parametrize("role", ["author", "ministry", "emergency"])
def test_only_the_reviewing_group_decides(role, request, author):
    page = approval.submitted(author)
    user = request.getfixturevalue(role)
    assert refused(transitions.approve, page, user) == NOT_MEMBER
    assert refused(transitions.request_changes, page, user, "Bitte kürzen.") == NOT_MEMBER


def test_changes_are_requested_with_a_comment_only(author, academy):
    page = approval.submitted(author)
    sentence = "Bitte schreiben Sie eine Begründung. Sie wird Teil der Akte."
    assert refused(transitions.request_changes, page, academy, "  ") == sentence
    transitions.request_changes(page, academy, "Bitte kürzen.")
    assert page.current_workflow_state.status == "needs_changes"


def test_after_requested_changes_the_author_submits_again(author, academy):
    page = approval.changes_requested(author, academy)
    approval.edit(page, author, lead="Mit Beleg")
    transitions.submit(page, author)
    transitions.approve(page, academy)
    page.refresh_from_db()
    assert page.live
    assert page.lead == "Mit Beleg"


def test_an_edit_under_review_ends_the_submission(author, academy):
    page = approval.submitted(author)
    approval.edit(page, academy, lead="Schnell noch etwas")
    assert page.current_workflow_state is None
    assert refused(transitions.approve, page, academy) == "Dieser Text ist nicht in Prüfung."


def test_a_revision_that_slipped_in_unseen_is_not_approved(author, academy):
    page = approval.submitted(author)
    late = page.latest_revision
    late.pk, late.user = None, author
    late.save()
    page.latest_revision = late
    page.save(update_fields=["latest_revision"], clean=False)
    assert refused(transitions.approve, page, academy) == CHANGED


def test_autosave_never_overwrites_a_submitted_revision(author):
    page = approval.submitted(author)
    submitted = page.latest_revision
    page.save_revision(user=author, overwrite_revision=submitted)
    assert page.get_latest_revision() != submitted


def test_a_second_submission_is_refused(author):
    page = approval.submitted(author)
    assert refused(transitions.submit, page, author) == "Dieser Text ist bereits in Prüfung."


def test_who_may_not_edit_may_not_submit(author, ministry):
    page = pages.draft_article(owner=ministry)
    sentence = "Sie können nur Texte einreichen, die Sie bearbeiten dürfen."
    assert refused(transitions.submit, page, author) == sentence


def test_a_second_approval_of_the_same_step_is_refused(author, academy):
    page = approval.submitted(author)
    step = page.current_workflow_task_state
    transitions.approve_step(step, academy)
    assert refused(transitions.approve_step, step, academy) == "Dieser Schritt ist bereits entschieden."


def test_the_sender_takes_a_submission_back(author, academy):
    page = approval.submitted(author)
    sentence = "Nur wer den Text eingereicht hat, darf ihn zurücknehmen."
    assert refused(transitions.retract, page, academy) == sentence
    transitions.retract(page, author)
    assert page.current_workflow_state is None


def test_switching_a_step_off_publishes_nothing(author):
    page = approval.submitted(author)
    assert "1 Text unterwegs" in refused(Task.objects.get(name=roles.CHECK.name).deactivate)
    page.refresh_from_db()
    assert not page.live
    assert Task.objects.get(name=roles.CHECK.name).active


def test_cancelling_a_step_from_below_publishes_nothing(author):
    page = approval.submitted(author)
    step = page.current_workflow_task_state
    Task.objects.update(active=False)
    assert refused(step.cancel) == NOT_ALL_STEPS
    page.refresh_from_db()
    assert not page.live


def test_a_removed_step_publishes_nothing(author, academy):
    page = approval.submitted(author)
    WorkflowTask.objects.all()._raw_delete("default")  # past the refusal, as only a script may
    assert refused(transitions.approve, page, academy) == NOT_ALL_STEPS
    page.refresh_from_db()
    assert not page.live


def test_an_import_goes_live_and_says_so(author):
    page = pages.draft_article()
    transitions.publish_import(page)
    page.refresh_from_db()
    assert page.live
    assert PageLogEntry.objects.filter(page=page, action="aushang.import").exists()


def test_wagtails_mails_inside_the_transaction_are_off(author, academy, mailoutbox):
    approval.approved(author, academy)
    approval.changes_requested(author, academy)
    assert mailoutbox == []
