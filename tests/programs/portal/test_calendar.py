"""The calendar of the portal: who is written to when, what is deleted when, and everything once only."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import Revision

from home.media.models import Picture
from home.workflow.models import Message
from home.workflow.states import Publication, Review
from programs.models import CaseStudyPage
from programs.portal.models import AccessRequest, Case, Membership
from programs.portal.rounds import remind
from programs.portal.signed import answer_link
from programs.portal.views.uploads import add
from tests.factories import portal

pytestmark = pytest.mark.django_db


def days_with_mail(kind: str, until: int, start=None) -> list[int]:
    """On which days a mail of this kind is written; each day's round is made twice."""
    start, found = start or timezone.now(), []
    for day in range(until):
        before = Message.objects.filter(verb=f"portal.{kind}").count()
        remind(start + timedelta(days=day))
        remind(start + timedelta(days=day))
        found += [day] * (Message.objects.filter(verb=f"portal.{kind}").count() - before)
    return found


def untouched_for(page, days: int) -> None:
    # By the clock on the wall, as the calendar counts: between now and then it may have been changed.
    then = timezone.localtime() - timedelta(days=days)
    Revision.objects.filter(pk=page.latest_revision_id).update(created_at=then)
    CaseStudyPage.objects.filter(pk=page.pk).update(latest_revision_created_at=then)


@pytest.mark.parametrize(
    ("days", "kind"), [(13, None), (14, "idle"), (59, "idle"), (60, "idle"), (166, "idle_last"), (400, "idle_last")]
)
def test_a_draft_that_waits_is_remembered(writer, town, days, kind):
    untouched_for(portal.draft(writer, town), days)
    assert [remind(timezone.now()) for _time in range(2)] == [1 if kind else 0, 0]
    if kind:
        assert Message.objects.get(recipient=writer, verb=f"portal.{kind}")


def test_a_draft_is_deleted_after_half_a_year_and_two_weeks_of_warning(writer, town, rf):
    page = portal.draft(writer, town)
    request = rf.post("/")
    request.user = writer
    add(request, page, "pictures", portal.photo())
    untouched_for(CaseStudyPage.objects.get(pk=page.pk), 400)
    now = timezone.now()
    remind(now)
    remind(now + timedelta(days=13))
    assert CaseStudyPage.objects.count() == 1
    remind(now + timedelta(days=15))
    assert CaseStudyPage.objects.count() == 0
    assert Picture.objects.count() == 0


def test_who_saves_after_the_warning_keeps_the_draft(writer, town):
    page = portal.draft(writer, town)
    untouched_for(page, 170)
    remind(timezone.now())
    untouched_for(page, 0)
    remind(timezone.now() + timedelta(days=15))
    assert CaseStudyPage.objects.count() == 1


def test_what_was_submitted_once_is_never_deleted(writer, town, academy):
    page = portal.asked(writer, town, academy)
    untouched_for(page, 900)
    for day in (0, 20, 40):
        remind(timezone.now() + timedelta(days=day))
    assert CaseStudyPage.objects.count() == 1


def test_the_end_of_a_call_is_announced_twice(writer, town):
    page = portal.draft(writer, town)
    Case.objects.filter(page=page).update(deadline=timezone.localdate() + timedelta(days=10))
    assert days_with_mail("ending", 13) == [3, 8]


def test_after_the_last_reminder_the_academy_calls(writer, town, academy):
    page = portal.asked(writer, town, academy)
    day = (page.case.answer_due - timezone.localdate()).days + 10
    remind(timezone.now() + timedelta(days=day - 1))
    remind(timezone.now() + timedelta(days=day))
    assert Message.objects.get(verb="portal.call_them").recipient == academy


@pytest.fixture
def stale(writer, town, academy, ministry):
    """Online, and confirmed more than a year ago."""
    page = portal.published(writer, town, academy, ministry)
    Case.objects.update(fresh_at=timezone.now() - timedelta(days=366))
    return page


def test_asked_asked_again_and_then_the_academy(stale, writer, academy):
    assert days_with_mail("freshness", 40) == [0, 14]
    assert Message.objects.filter(verb="portal.silent").get().recipient == academy


def test_who_answers_is_left_alone(client, stale, writer):
    remind(timezone.now())
    client.post(answer_link("frische", stale, writer), {"answer": "change"})
    assert days_with_mail("freshness", 40) == []
    assert not Message.objects.filter(verb="portal.silent").exists()


def test_readers_are_told_after_sixty_days_without_any_round(client, stale):
    for days, told in ((59, False), (61, True)):
        Case.objects.update(freshness_asked_at=timezone.now() - timedelta(days=days))
        assert ("nicht bestätigt, dass das noch stimmt" in client.get(stale.url).content.decode()) is told


def test_without_an_answer_it_goes_to_the_archive(client, stale, writer):
    Case.objects.update(freshness_asked_at=timezone.now() - timedelta(days=180))
    for _time in range(2):
        remind(timezone.now())
    page = CaseStudyPage.objects.get(pk=stale.pk)
    assert (page.live, page.state.publication, page.state.review) == (False, Publication.ARCHIVED, Review.NONE)
    text = client.get(stale.url).content.decode()
    for said in ("Im Archiv seit", "nicht bestätigt, dass dieses Praxisbeispiel noch stimmt", stale.title, "noindex"):
        assert said in text, said
    assert stale.title not in client.get("/praxisbeispiele/").content.decode()
    assert Message.objects.filter(verb="portal.retire", recipient=writer).count() == 1


def test_what_has_ended_waits_for_the_academy(client, stale, writer, academy):
    for _time in range(2):
        client.post(answer_link("frische", stale, writer), {"answer": "ended"})
    assert stale.withdrawals.get().asked_by == writer
    assert CaseStudyPage.objects.get(pk=stale.pk).live
    assert Message.objects.filter(verb="ask_withdrawal", recipient=academy).count() == 1


def test_a_new_version_is_fresh(stale, writer, academy, ministry):
    Case.objects.update(freshness_asked_at=timezone.now(), freshness_answer="change")
    portal.published_again(stale, writer, academy, ministry)
    row = Case.objects.get()
    assert (row.freshness_asked_at, row.freshness_answer) == (None, "")
    assert timezone.now() - row.fresh_at < timedelta(minutes=1)


def test_accounts_nobody_uses_are_erased_and_no_other(writer, town, academy):
    long_ago = timezone.now() - timedelta(days=181)
    never = Membership.objects.create(user=portal.person("nie"), municipality=town)
    left = Membership.objects.create(user=portal.person("weg"), municipality=town, accepted_at=long_ago)
    Membership.objects.filter(pk=never.pk).update(invited_at=long_ago)
    Membership.objects.filter(pk=left.pk).update(ended_at=long_ago)
    Membership.objects.create(user=academy, municipality=town, accepted_at=long_ago, ended_at=long_ago)
    AccessRequest.objects.create(municipality=town, name="Alt", email="alt@lindenfurt.example")
    AccessRequest.objects.update(asked_at=long_ago)
    remind(timezone.now())
    assert not User.objects.filter(username__in=("nie", "weg")).exists()
    assert User.objects.filter(pk__in=(writer.pk, academy.pk)).count() == 2
    assert AccessRequest.objects.get().email == ""
