"""The calendar of the portal: each mail goes out once, however often the round is made."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from home.workflow.models import Message
from home.workflow.states import Publication, Review

from ..models import CaseStudyPage
from .invitations import door_of, words_of
from .letters import write
from .models import Invitation, Reminder
from .people import members_of

INVITED_AGAIN = (7, 21)
# Days without a word in a draft; after the last of them it is said when the draft is deleted (forgetting.py).
IDLE, LAST_WARNING, DELETED_AFTER = (14, 60, 166), 166, timedelta(days=180)
# Days before and after the end of a call, and before and after the day of an answer; then the academy calls.
BEFORE_DEADLINE = (-7, -2)
AROUND_DUE, CALL_THEM = (-5, 0, 5, 10), 10


@transaction.atomic
def first_time(kind: str, about: Any, at: datetime) -> bool:
    """Whether this mail was not sent yet; from now on it counts as sent."""
    _row, new = Reminder.objects.get_or_create(kind=kind, about=str(about), defaults={"sent_at": at})
    return new


def first_times(wanted: set[tuple[str, str]], at: datetime) -> set[tuple[str, str]]:
    """Those of these mails, kind and what about, that were not sent yet; the caller holds what they are about."""
    kinds, abouts = {kind for kind, _about in wanted}, {about for _kind, about in wanted}
    sent = Reminder.objects.filter(kind__in=kinds, about__in=abouts).values_list("kind", "about")
    new = wanted - set(sent)
    Reminder.objects.bulk_create(Reminder(kind=kind, about=about, sent_at=at) for kind, about in new)
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
            yield write(asked.membership.user, "invitation_reminder", link=door_of(asked.membership), **words_of(asked))


def cases(*reviews: str) -> Any:
    """The cases whose text stands there."""
    found = CaseStudyPage.objects.filter(case__isnull=False, state__review__in=reviews)
    return found.select_related("case", "state", "municipality")


def first_drafts() -> Any:
    """Drafts that were never submitted."""
    return cases(Review.DRAFT).filter(state__publication=Publication.NEVER, case__submitted_at=None)


def idle(at: datetime) -> Iterator[Message]:
    """Drafts on which nobody works. Only what was never submitted is deleted one day."""
    today = timezone.localtime(at).date()
    never_submitted = set(first_drafts().values_list("pk", flat=True))
    for page in cases(Review.DRAFT).iterator(chunk_size=500):
        since = timezone.localtime(page.latest_revision_created_at).date()
        days = IDLE if page.pk in never_submitted else IDLE[:-1]
        day = latest_passed(days, since, today)
        if day is not None and first_time(f"idle-{day}", f"{page.pk}:{since}", at):
            until = date_format(max(since + DELETED_AFTER, today + timedelta(days=14)), "j. F Y")
            kind = "idle_last" if day == LAST_WARNING else "idle"
            yield from to_team(page, kind, since=date_format(since, "j. F Y"), until=until)


def ending(at: datetime) -> Iterator[Message]:
    """Drafts whose call ends soon; after that day nobody can write any more."""
    today = timezone.localtime(at).date()
    for page in first_drafts().filter(case__deadline__gte=today).iterator(chunk_size=500):
        deadline = page.case.deadline
        day = latest_passed(BEFORE_DEADLINE, deadline, today)
        if day is not None and first_time(f"ending{day:+d}", f"{page.pk}:{deadline}", at):
            yield from to_team(page, "ending", deadline=date_format(deadline, "j. F Y"))


def unanswered(at: datetime) -> Iterator[Message]:
    """Questions of the academy that wait for an answer; at last the academy is asked to call."""
    today = timezone.localtime(at).date()
    for page in cases(Review.CHANGES_REQUESTED).iterator(chunk_size=500):
        due = page.case.answer_due
        day = latest_passed(AROUND_DUE, due, today) if due else None
        if day is None or not first_time(f"answer{day:+d}", f"{page.pk}:{due}", at):
            continue
        words = {"due": date_format(due, "j. F Y")}
        kind = "answer_overdue" if day > 0 else "answer_reminder"
        yield from to_askers(page, **words) if day == CALL_THEM else to_team(page, kind, **words)


def to_team(page: CaseStudyPage, kind: str, **words: str) -> Iterator[Message]:
    """One mail for each who may write."""
    link = reverse("portal_case", args=[page.pk])
    for person in members_of(page):
        yield write(person, kind, link=link, page=page, title=page.draft_title, **words)


def to_askers(page: CaseStudyPage, **words: str) -> Iterator[Message]:
    """One mail for each editor whose question is open."""
    link = reverse("portal_review", args=[page.pk])
    open_ones = page.section_comments.for_municipality().open().select_related("author")
    for editor in {comment.author for comment in open_ones if comment.author}:
        town = page.municipality.name
        yield write(editor, "call_them", link=link, page=page, title=page.draft_title, municipality=town, **words)
