"""Dates: a text goes online and offline at the time that was approved with it, and nothing else does."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from home.media.models import Picture
from home.page.models import BasePage
from home.workflow import transitions
from home.workflow.management.commands import run_schedule
from home.workflow.models import Message
from home.workflow.record import chain, proof
from home.workflow.transitions import Refused
from tests.factories import approval, media, pages

pytestmark = pytest.mark.django_db

NOW = timezone.now()
NOT_AS_APPROVED = "Dieser Text ging nicht zu seinem Termin online: Er ist nicht so, wie er freigegeben wurde."


def scheduled(author, academy, **fields):
    """An approved article that waits for its date."""
    page = pages.draft_article(owner=author)
    approval.edit(page, author, go_live_at=timezone.now() + timedelta(days=1), **fields)
    transitions.submit(page, author)
    transitions.approve(page, academy)
    return BasePage.objects.get(pk=page.pk).specific


@pytest.fixture
def tomorrow(monkeypatch):
    """Two days have passed."""
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)


def verbs_of(page) -> list[str]:
    return list(chain.entries_of(page.pk).values_list("verb", flat=True))


def state_of(page) -> tuple[str, str]:
    state = BasePage.objects.get(pk=page.pk).state
    return state.publication, state.review


def standing(page) -> str:
    return next(found.standing for found in proof.findings() if found.page.pk == page.pk)


def test_an_approved_text_goes_online_at_its_date(request, author, academy):
    page = scheduled(author, academy)
    request.getfixturevalue("tomorrow")
    call_command("publish_scheduled", verbosity=0)
    assert state_of(page) == ("published", "none")
    assert verbs_of(page) == ["submit", "release", "approve", "go_live"]
    assert standing(page) == "approved"
    assert Message.objects.get(verb="go_live").recipient == author


def test_running_twice_does_it_once(request, author, academy):
    page = scheduled(author, academy)
    request.getfixturevalue("tomorrow")
    for _run in range(2):
        call_command("publish_scheduled", verbosity=0)
    assert verbs_of(page).count("go_live") == 1


def test_a_round_of_the_schedule_does_it(request, author, academy):
    page = scheduled(author, academy)
    request.getfixturevalue("tomorrow")
    call_command("run_schedule", once=True)
    assert state_of(page) == ("published", "none")


def test_what_fails_in_a_round_holds_up_nothing_else(monkeypatch, caplog):
    tried = []

    def run(command: str, **options) -> None:
        tried.append(command)
        raise SystemExit(1) if command == "publish_scheduled" else OSError("Der Mailserver ist fort.")

    monkeypatch.setattr(run_schedule, "call_command", run)
    run_schedule.Command().handle(every=60, once=True)
    assert tried == ["publish_scheduled", "send_reminders", "send_messages"]
    assert len(caplog.records) == len(tried)


def test_a_picture_exchanged_meanwhile_holds_the_text_back(request, author, academy):
    page = scheduled(author, academy, lead_image=media.picture())
    Picture.objects.update(file_hash="0" * 40)
    request.getfixturevalue("tomorrow")
    call_command("publish_scheduled", verbosity=0)
    assert state_of(page) == ("never", "draft")
    entry = chain.entries_of(page.pk).last()
    assert entry.verb == "hold_back"
    assert entry.remark.text.startswith(NOT_AS_APPROVED)
    assert {message.recipient for message in Message.objects.filter(verb="hold_back")} == {author, academy}


def test_a_date_set_past_approval_puts_nothing_online(author):
    page = pages.draft_article(owner=author)
    page.revisions.update(approved_go_live_at=NOW - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert state_of(page) == ("never", "draft")
    assert verbs_of(page) == ["hold_back"]


def test_a_text_changed_in_its_table_row_is_held_back(request, author, academy):
    page = scheduled(author, academy)
    revision = page.scheduled_revision
    revision.content = revision.content | {"lead": "Ungeprüft"}
    revision.save(update_fields=["content"])
    request.getfixturevalue("tomorrow")
    call_command("publish_scheduled", verbosity=0)
    assert not BasePage.objects.get(pk=page.pk).live


def test_one_page_that_fails_holds_no_other_up(request, author, academy, monkeypatch):
    first, second = scheduled(author, academy), scheduled(author, academy)
    request.getfixturevalue("tomorrow")
    as_it_is = transitions.go_live

    def fails_once(revision):
        if str(revision.object_id) == str(first.pk):
            raise RuntimeError
        return as_it_is(revision)

    monkeypatch.setattr(transitions, "go_live", fails_once)
    with pytest.raises(SystemExit):
        call_command("publish_scheduled", verbosity=0)
    assert (state_of(first)[0], state_of(second)[0]) == ("scheduled", "published")


def test_a_dry_run_only_looks(request, author, academy, capsys):
    page = scheduled(author, academy)
    request.getfixturevalue("tomorrow")
    call_command("publish_scheduled", "--dryrun")
    assert f"geht online: {page.title}" in capsys.readouterr().out
    assert state_of(page) == ("scheduled", "none")


def test_a_page_goes_offline_at_its_date(request, author, academy):
    page = pages.draft_article(owner=author)
    approval.edit(page, author, expire_at=timezone.now() + timedelta(days=1))
    transitions.submit(page, author)
    transitions.approve(page, academy)
    request.getfixturevalue("tomorrow")
    call_command("publish_scheduled", verbosity=0)
    assert state_of(page) == ("withdrawn", "draft")
    assert verbs_of(page)[-1] == "go_offline"
    BasePage.objects.filter(pk=page.pk).update(live=True, live_revision=page.latest_revision_id)
    assert standing(page) == "deviates"


def test_an_update_of_a_live_page_waits_for_its_date(request, author, academy):
    page = approval.approved(author, academy)
    approval.edit(page, author, lead="Neu", go_live_at=timezone.now() + timedelta(days=1))
    transitions.submit(page, author)
    transitions.approve(page, academy)
    page.refresh_from_db()
    assert page.lead != "Neu"
    assert standing(page) == "approved"
    request.getfixturevalue("tomorrow")
    call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    assert page.lead == "Neu"
    assert standing(page) == "approved"


def test_a_date_is_taken_back_through_the_door(client, author, academy):
    page = scheduled(author, academy)
    client.force_login(academy)
    revision = page.scheduled_revision
    client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk]))
    assert state_of(page) == ("never", "draft")
    entry = chain.entries_of(page.pk).last()
    assert (entry.verb, entry.revision_key) == ("unschedule", revision.pk)


def test_a_stranger_does_not_take_a_date_back(client, author, academy, django_user_model):
    page = scheduled(author, academy)
    stranger = django_user_model.objects.create_user("fremd")
    stranger.groups.add(*author.groups.all())
    client.force_login(stranger)
    client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.scheduled_revision.pk]))
    assert state_of(page)[0] == "scheduled"


def test_an_emergency_is_now_and_says_so(author, emergency):
    page = pages.draft_article(owner=author)
    approval.edit(page, author, go_live_at=timezone.now() + timedelta(days=1))
    with pytest.raises(Refused, match="Dieser Text geht erst zu seinem Termin online"):
        transitions.publish_emergency(page, emergency, "Hochwasser.")


def test_a_deleted_page_leaves_its_entry(client, author, superuser):
    page = pages.draft_article(owner=author)
    client.force_login(superuser)
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not BasePage.objects.filter(pk=page.pk).exists()
    entry = chain.entries_of(page.pk).get()
    assert (entry.verb, entry.title) == ("delete", page.title)
    assert entry.person_key
    assert not list(chain.faults())


def test_what_lies_below_a_deleted_page_leaves_its_entries_too(client, author, superuser):
    page = pages.draft_article(owner=author)
    section = page.get_parent()
    section.specific.unpublish()
    client.force_login(superuser)
    client.post(reverse("wagtailadmin_pages:delete", args=[section.pk]))
    assert verbs_of(page) == ["delete"]
    assert verbs_of(section)[-1:] == ["delete"]
