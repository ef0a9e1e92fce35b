"""What waits at the desks of academy and ministry: one mail a day at most, again when it has waited too long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from wagtail.models import TaskState

from home.workflow import policy
from home.workflow.messages.recipients import DESK, earlier_approvers, reviewers
from home.workflow.models import Message
from home.workflow.states import WAITING

from ..models import CaseStudyPage
from .letters import write
from .models import Reminder
from .reminders import first_time, first_times
from .working_days import working_day

# Working days for a decision. Afterwards its people are asked once more, and whoever approved before them is told.
DECIDE_IN = 5


@dataclass(frozen=True)
class Waiting:
    """A case study at a step, since when, and whether that is too long."""

    page: CaseStudyPage
    step: TaskState
    since: date
    is_late: bool

    @property
    def key(self) -> str:
        """It counts as news once when it comes, and once when it is late."""
        return f"{self.step.pk}:{'late' if self.is_late else 'new'}"

    def as_line(self) -> dict[str, str]:
        """As the mail lists it."""
        since = date_format(self.since, "j. F Y")
        text = _("waiting since %(since)s, longer than five working days") if self.is_late else _("since %(since)s")
        return {"section": f"{self.page.draft_title} ({self.page.municipality.name})", "text": text % {"since": since}}


def at_desks(at: datetime) -> Iterator[Message]:
    """Whoever may decide hears of it together with all else that waits; nobody gets two such mails on one day."""
    today = timezone.localtime(at).date()
    rows = [waiting_at(page, today) for page in under_review()]
    desks: dict[User, list[Waiting]] = {}
    for row in rows:
        for person in deciding(row.page):
            desks.setdefault(person, []).append(row)
    with override(settings.LANGUAGE_CODE):
        for person, waiting in desks.items():
            yield from told_together(person, waiting, at)
        for row in rows:
            if row.is_late and first_time("desk-late", row.step.pk, at):
                yield from told_before(row)


def under_review() -> list[CaseStudyPage]:
    """What waits for a decision, the oldest first; a handful at a time."""
    rows = CaseStudyPage.objects.filter(case__isnull=False, state__review__in=WAITING)
    rows = rows.select_related("state", "municipality")
    return [page for page in rows.order_by("state__changed_at") if page.current_workflow_task_state]


def waiting_at(page: CaseStudyPage, today: date) -> Waiting:
    """Where it waits."""
    step = page.current_workflow_task_state
    since = timezone.localtime(step.started_at).date()
    return Waiting(page, step, since, working_day(since, DECIDE_IN) < today)


def deciding(page: CaseStudyPage) -> list[User]:
    """Who may decide now: of the step's groups, everybody who had no hand in the text."""
    people = [person for person in reviewers(page) if person.is_active and person.email and person.has_perm(DESK)]
    return [person for person in dict.fromkeys(people) if policy.may("approve", person, page).allowed]


@transaction.atomic
def told_together(person: User, waiting: list[Waiting], at: datetime) -> list[Message]:
    """One mail, if something is new in it."""
    today = timezone.localtime(at).date()
    news = [row for row in waiting if row.is_late or not told_at_once(person, row)]
    wanted = {("desk", f"{person.pk}:{row.key}") for row in news}
    if not news or was_told_today(person, today) or not first_times(wanted, at):
        return []
    first_time("desk-day", f"{person.pk}:{today}", at)
    one = waiting[0].page if len(waiting) == 1 else None
    count = ngettext("%(count)d case study", "%(count)d case studies", len(waiting)) % {"count": len(waiting)}
    due = date_format(working_day(today, DECIDE_IN), "j. F Y")
    link = reverse("desk_page", args=[one.pk]) if one else reverse("wagtailadmin_home")
    quoted = [row.as_line() for row in waiting]
    return [write(person, "waiting", link=link, page=one, count=count, due=due, quoted=quoted)]


def told_at_once(person: User, row: Waiting) -> bool:
    """What came back with answers was told the moment it came."""
    return Message.objects.filter(page=row.page, recipient=person, created_at__gte=row.step.started_at).exists()


def was_told_today(person: User, today: date) -> bool:
    """Whether there was a mail of this day already."""
    return Reminder.objects.filter(kind="desk-day", about=f"{person.pk}:{today}").exists()


def told_before(row: Waiting) -> Iterator[Message]:
    """Who approved it earlier can ask what is in the way."""
    words = {"title": row.page.draft_title, "since": date_format(row.since, "j. F Y"), "step": row.step.task.name}
    for person in dict.fromkeys(earlier_approvers(row.page)):
        if person.email and person.is_active:
            yield write(person, "still_waiting", link=reverse("desk_page", args=[row.page.pk]), page=row.page, **words)
