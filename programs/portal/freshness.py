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
from .letters import drawn_up, letterhead, write_round
from .models import Case
from .people import members_of_all
from .reminders import first_times
from .signed import answer_link

FRESH_FOR = timedelta(days=365)
# From the first question on. The note above the text (`Case.is_unconfirmed`) needs no round to appear.
ASK_AGAIN, TELL_ACADEMY, TO_ARCHIVE = timedelta(days=14), timedelta(days=28), timedelta(days=180)
FIRST, SECOND, LAST = "fresh-1", "fresh-2", "fresh-3"
# So many case studies in one transaction.
TOGETHER = 500


def to_confirm(at: datetime) -> Iterator[Message]:
    """Online for a year since somebody last confirmed it; asked twice, then the academy is told."""
    stale = waiting().filter(fresh_at__lt=at - FRESH_FOR).exclude(freshness_asked_at__lte=at - TO_ARCHIVE)
    keys = list(stale.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), TOGETHER):
        yield from ask_together(keys[start : start + TOGETHER], at)


@transaction.atomic
def ask_together(keys: list[int], at: datetime) -> list[Message]:
    """Some of them at once; that they were asked is noted with the mails, or not at all."""
    held = list(waiting().filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk"))
    Case.objects.filter(pk__in=keys, freshness_asked_at=None).update(freshness_asked_at=at)
    new = first_times({(turn_of(case, at), key_of(case)) for case in held}, at)
    due = [case for case in held if (turn_of(case, at), key_of(case)) in new]
    people, head = members_of_all([case.page for case in due]), letterhead()
    letters: list[Message] = []
    for case in due:
        told = people[case.page.municipality_id]
        letters += to_academy(case, head) if turn_of(case, at) == LAST else to_municipality(case, told, at, head)
    return write_round(letters)


def turn_of(case: Case, at: datetime) -> str:
    """Which question it is time for; what is due for the archive (below) was asked all of them."""
    asked_at = case.freshness_asked_at or at
    if asked_at <= at - TELL_ACADEMY:
        return LAST
    return SECOND if asked_at <= at - ASK_AGAIN else FIRST


def key_of(case: Case) -> str:
    """This year's question about this case study."""
    return f"{case.pk}:{case.fresh_at.date()}"


def waiting() -> QuerySet:
    """What readers see, and nobody has answered for since it was asked, if it was."""
    rows = Case.objects.filter(page__live=True).select_related("page__municipality")
    return rows.exclude(freshness_asked_at__isnull=False, freshness_answer__gt="")


def to_municipality(case: Case, people: list[User], at: datetime, head: dict[str, str]) -> list[Message]:
    """Each gets a link of their own, with three buttons behind it."""
    words = {
        "due": date_format(timezone.localtime(at).date() + ASK_AGAIN, "j. F Y"),
        "since": date_format(timezone.localtime(case.fresh_at), "F Y"),
        "title": case.page.title,
    }
    links = [(person, answer_link("frische", case.page, person)) for person in people]
    return [drawn_up(person, "freshness", head, link=link, page=case.page, **words) for person, link in links]


def to_academy(case: Case, head: dict[str, str]) -> list[Message]:
    """Nobody answers: perhaps nobody is there any more."""
    link = reverse("portal_review", args=[case.pk])
    gone = date_format(timezone.localtime(case.freshness_asked_at + TO_ARCHIVE), "j. F Y")
    words = {"link": link, "page": case.page, "municipality": case.page.municipality.name}
    words |= {"title": case.page.title, "gone": gone}
    return [drawn_up(editor, "silent", head, **words) for editor in first_readers(case.page)]


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
