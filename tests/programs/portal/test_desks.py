"""The mail of the day for academy and ministry: what waits, in one mail, and again when it waits too long."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import TaskState

from home.workflow import roles, transitions
from home.workflow.models import Message
from programs.portal import submitting
from programs.portal.rounds import remind
from tests.factories import portal
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def mails_to(user, verb: str) -> list[Message]:
    return list(Message.objects.filter(recipient=user, verb=verb).order_by("pk"))


def test_what_was_submitted_comes_in_one_mail_a_day(writer, town, academy):
    pages = [portal.submitted(writer, town) for _number in range(3)]
    assert mails_to(academy, "submit") == []
    now = timezone.now()
    for _time in range(3):
        remind(now)
    mail = mails_to(academy, "portal.waiting")[0]
    assert len(mails_to(academy, "portal.waiting")) == 1
    assert "3 Praxisbeispiele" in mail.subject
    assert mail.text.count("Wanderbänke (Lindenfurt)") == len(pages)
    assert mail.text.count("http") == 1


def test_a_second_one_on_the_same_day_waits_for_the_next(writer, town, academy):
    now = timezone.now()
    for day in (0, 0, 1):
        portal.submitted(writer, town)
        remind(now + timedelta(days=day))
    assert [mail.subject[:1] for mail in mails_to(academy, "portal.waiting")] == ["1", "3"]


def test_a_day_without_news_has_no_mail(writer, town, academy):
    portal.submitted(writer, town)
    for day in range(3):
        remind(timezone.now() + timedelta(days=day))
    assert len(mails_to(academy, "portal.waiting")) == 1


def test_an_answer_to_a_question_is_told_at_once_and_only_once(writer, town, academy):
    page = portal.asked(writer, town, academy)
    page.section_comments.update(answered_at=timezone.now())
    submitting.submit(page, writer)
    assert len(mails_to(academy, "submit")) == 1
    remind(timezone.now())
    assert mails_to(academy, "portal.waiting") == []


def test_the_ministry_too_has_one_mail_a_day(writer, town, academy, ministry):
    for _number in range(2):
        transitions.approve(portal.submitted(writer, town), academy)
    assert mails_to(ministry, "approve") == []
    remind(timezone.now())
    assert "2 Praxisbeispiele" in mails_to(ministry, "portal.waiting")[0].subject
    assert mails_to(academy, "portal.waiting") == []


def test_after_five_working_days_all_of_the_group_and_the_academy_hear_of_it(writer, town, academy, ministry):
    deputy = person("vertretung", roles.MINISTRY)
    transitions.approve(portal.submitted(writer, town), academy)
    for day in range(12):
        remind(timezone.now() + timedelta(days=day))
    for releaser in (ministry, deputy):
        assert len(mails_to(releaser, "portal.waiting")) == 2
        assert "länger als fünf Werktage" in mails_to(releaser, "portal.waiting")[1].text
    assert len(mails_to(academy, "portal.still_waiting")) == 1


def test_nobody_is_asked_to_approve_their_own_text(writer, town, academy):
    page = portal.complete(writer, town)
    page.get_latest_revision_as_object().save_revision(user=academy, clean=False)
    submitting.submit(page, writer)
    remind(timezone.now())
    assert mails_to(academy, "portal.waiting") == []


def test_what_waits_since_yesterday_is_not_late(writer, town, academy):
    portal.submitted(writer, town)
    TaskState.objects.update(started_at=timezone.now() - timedelta(days=1))
    remind(timezone.now())
    assert "länger als" not in mails_to(academy, "portal.waiting")[0].text
