"""The calendar of the portal: each mail goes out once, however often the round is made."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from home.workflow.models import Message
from home.workflow.states import Review

from ..models import CaseStudyPage
from . import invitations
from .letters import write
from .models import Case, Invitation, Reminder, SignIn
from .people import members_of
from .signed import answer_link

INVITED_AGAIN = (7, 21)
IDLE = (14, 60)
# Working rhythm of an open question: days before and after its day.
AROUND_DUE = (-5, 0, 5)
FRESH_FOR, ASK_AGAIN = timedelta(days=365), timedelta(days=14)
# Sign-in mails hold digits that nobody needs any more.
KEPT = timedelta(days=1)


def remind(at: datetime, **kwargs) -> int:
    """Everything whose day has come; says how many mails were written."""
    forget_sign_ins(at)
    return sum(1 for make in (invited, idle, unanswered, to_confirm) for _mail in make(at))


@transaction.atomic
def first_time(kind: str, about: Any, at: datetime) -> bool:
    """Whether this mail was not sent yet; from now on it counts as sent."""
    _row, new = Reminder.objects.get_or_create(kind=kind, about=str(about), defaults={"sent_at": at})
    return new


def latest_passed(days: tuple[int, ...], since: date, today: date) -> int | None:
    """The last of these days that has come; after a pause, one reminder is enough."""
    passed = [day for day in days if since + timedelta(days=day) <= today]
    return passed[-1] if passed else None


def invited(at: datetime) -> Iterator[Message]:
    """Invited, and nothing begun."""
    today = timezone.localtime(at).date()
    open_ones = Invitation.objects.filter(page=None, deadline__gte=today, membership__ended_at=None)
    for asked in open_ones.select_related("membership__user", "municipality", "occasion"):
        day = latest_passed(INVITED_AGAIN, timezone.localtime(asked.invited_at).date(), today)
        if day is not None and asked.membership and first_time(f"invited-{day}", asked.pk, at):
            yield write(
                asked.membership.user,
                "invitation_reminder",
                link=reverse("portal_overview")
                if asked.membership.accepted_at
                else invitations.link_of(asked.membership),
                **words_of(asked),
            )


def words_of(asked: Invitation) -> dict[str, str]:
    """What an invitation says."""
    return {
        "municipality": asked.municipality.name,
        "occasion": asked.occasion.title if asked.occasion else "",
        "deadline": date_format(asked.deadline, "j. F Y"),
    }


def cases(*reviews: str) -> Any:
    """The cases whose text stands there."""
    found = CaseStudyPage.objects.filter(case__isnull=False, state__review__in=reviews)
    return found.select_related("case", "state", "municipality").iterator(chunk_size=500)


def idle(at: datetime) -> Iterator[Message]:
    """Drafts on which nobody works."""
    today = timezone.localtime(at).date()
    for page in cases(Review.DRAFT):
        since = timezone.localtime(page.latest_revision_created_at).date()
        day = latest_passed(IDLE, since, today)
        if day is not None and first_time(f"idle-{day}", f"{page.pk}:{since}", at):
            yield from to_team(page, "idle", since=date_format(since, "j. F"))


def unanswered(at: datetime) -> Iterator[Message]:
    """Questions of the academy that wait for an answer."""
    today = timezone.localtime(at).date()
    for page in cases(Review.CHANGES_REQUESTED):
        due = page.case.answer_due
        day = latest_passed(AROUND_DUE, due, today) if due else None
        if day is not None and first_time(f"answer{day:+d}", f"{page.pk}:{due}", at):
            yield from to_team(page, "answer_reminder", due=date_format(due, "j. F Y"))


def to_confirm(at: datetime) -> Iterator[Message]:
    """Online for a year since somebody last confirmed it; asked twice."""
    stale = Case.objects.filter(page__live=True, fresh_at__lt=at - FRESH_FOR).select_related("page__municipality")
    for case in stale.iterator(chunk_size=500):
        year = case.fresh_at.date()
        again = case.freshness_asked_at and case.freshness_asked_at < at - ASK_AGAIN
        round_ = 2 if again else 1
        if (case.freshness_asked_at is None or again) and first_time(f"fresh-{round_}", f"{case.pk}:{year}", at):
            Case.objects.filter(pk=case.pk, freshness_asked_at=None).update(freshness_asked_at=at)
            due = date_format(timezone.localtime(at).date() + ASK_AGAIN, "j. F Y")
            for person in members_of(case.page):
                link = answer_link("frische", case.page, person)
                yield write(person, "freshness", link=link, page=case.page, title=case.page.title, due=due)


def to_team(page: CaseStudyPage, kind: str, **words: str) -> Iterator[Message]:
    """One mail for each who may write."""
    for person in members_of(page):
        link = reverse("portal_case", args=[page.pk])
        yield write(person, kind, link=link, page=page, title=page.draft_title, **words)


def forget_sign_ins(at: datetime) -> None:
    """Attempts to sign in and their mails are not kept."""
    SignIn.objects.filter(created_at__lt=at - KEPT).delete()
    Message.objects.filter(verb="portal.sign_in", created_at__lt=at - KEPT).delete()
