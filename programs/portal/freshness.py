"""Once a year: is it still true? Who does not answer is asked again; then a note stands above it; then the archive."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from home.workflow import policy, transitions
from home.workflow.deed import Refused
from home.workflow.models import Message

from ..models import CaseStudyPage
from .letters import write
from .models import Case
from .people import members_of
from .reminders import first_time
from .signed import answer_link

FRESH_FOR = timedelta(days=365)
# From the first question on. The note above the text (`Case.is_unconfirmed`) needs no round to appear.
ASK_AGAIN, TELL_ACADEMY, TO_ARCHIVE = timedelta(days=14), timedelta(days=28), timedelta(days=180)


def to_confirm(at: datetime) -> Iterator[Message]:
    """Online for a year since somebody last confirmed it; asked twice, then the academy is told."""
    stale = waiting().filter(fresh_at__lt=at - FRESH_FOR)
    for case in stale.iterator(chunk_size=500):
        if case.freshness_asked_at is None:
            Case.objects.filter(pk=case.pk, freshness_asked_at=None).update(freshness_asked_at=at)
            case.freshness_asked_at = at
        elif case.freshness_asked_at <= at - TO_ARCHIVE:
            continue  # the archive takes it (below)
        about = f"{case.pk}:{case.fresh_at.date()}"
        if case.freshness_asked_at <= at - TELL_ACADEMY:
            yield from to_academy(case) if first_time("fresh-3", about, at) else ()
        elif case.freshness_asked_at <= at - ASK_AGAIN:
            yield from to_municipality(case, at) if first_time("fresh-2", about, at) else ()
        elif first_time("fresh-1", about, at):
            yield from to_municipality(case, at)


def waiting() -> QuerySet:
    """What readers see, and nobody has answered for since it was asked, if it was."""
    rows = Case.objects.filter(page__live=True).select_related("page__municipality")
    return rows.exclude(freshness_asked_at__isnull=False, freshness_answer__gt="")


def to_municipality(case: Case, at: datetime) -> Iterator[Message]:
    """Each gets a link of their own, with three buttons behind it."""
    due = date_format(timezone.localtime(at).date() + ASK_AGAIN, "j. F Y")
    since = date_format(timezone.localtime(case.fresh_at), "F Y")
    for person in members_of(case.page):
        link = answer_link("frische", case.page, person)
        yield write(person, "freshness", link=link, page=case.page, title=case.page.title, due=due, since=since)


def to_academy(case: Case) -> Iterator[Message]:
    """Nobody answers: perhaps nobody is there any more."""
    link = reverse("portal_review", args=[case.pk])
    gone = date_format(timezone.localtime(case.freshness_asked_at + TO_ARCHIVE), "j. F Y")
    for editor in first_readers(case.page):
        yield write(editor, "silent", link=link, page=case.page, title=case.page.title, gone=gone)


def first_readers(page: CaseStudyPage) -> list[User]:
    """The people of the first step of approval; they know the municipalities."""
    workflow = page.get_workflow()
    step = workflow and workflow.tasks.first()
    groups = step.specific.groups.all() if step else []
    return list(User.objects.filter(groups__in=groups, is_active=True).exclude(email="").distinct())


@transaction.atomic
def answered(page: CaseStudyPage, person: Any, said: str) -> None:
    """Notes the answer. What has ended is taken offline, as soon as the academy has confirmed it."""
    fields: dict[str, Any] = {"freshness_answer": said}
    if said == Case.Answer.VALID:
        fields |= {"fresh_at": timezone.now(), "freshness_asked_at": None}
    Case.objects.filter(page=page).update(**fields)
    if said == Case.Answer.ENDED and policy.may("ask_withdrawal", person, page).allowed:
        transitions.ask_withdrawal(page, person, _("The municipality says: it has ended."))


def archive_unanswered(at: datetime) -> int:
    """Half a year without an answer: to the archive, with a notice at the old address. Says how many."""
    rows = waiting().filter(freshness_asked_at__lte=at - TO_ARCHIVE)
    return sum(retired(page) for page in CaseStudyPage.objects.filter(case__in=rows))


def retired(page: Any) -> bool:
    """Through the common door; what is being worked on is left alone."""
    with override("de"):
        reason = _("Nobody of the municipality has confirmed for a year and a half that this is still true.")
    try:
        transitions.retire(page, reason)
    except Refused:
        return False
    return True
