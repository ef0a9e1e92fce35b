"""The portal with many case studies: an autosave, the overview, the daily round. Run in the site's own process."""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.contrib.auth.models import User
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from home.bodies.models import Municipality
from programs.models import CaseStudyPage
from programs.portal import drafts
from programs.portal.forms.section import values_of, version_of
from programs.portal.models import Case, Membership
from programs.portal.reminders import remind
from programs.portal.saving import save_section
from programs.portal.sections import BY_KEY
from programs.portal.views.overview import overview

TEXT = "In drei Wohngebieten fehlten Orte, an denen man sich ohne Anlass trifft. " * 20


def writers(count: int) -> list[tuple[User, CaseStudyPage]]:
    """As many people with a draft each, all of one municipality."""
    place = Municipality.objects.order_by("pk").first()
    found = []
    for number in range(count):
        user = User.objects.create(username=f"schreibt-{number}", email=f"schreibt-{number}@example.org")
        Membership.objects.create(user=user, municipality=place, role="editor", accepted_at=timezone.now())
        found.append((user, drafts.begin(place, user)))
    return found


def milliseconds(deed: Callable[[], object], times: int) -> list[float]:
    """How long it takes, each time."""
    found = []
    for _time in range(times):
        start = time.perf_counter()
        deed()
        found.append((time.perf_counter() - start) * 1000)
    return found


def yardstick() -> float:
    """Median milliseconds of one small statement that is committed, in the same process."""
    user = User.objects.order_by("pk").first()
    return statistics.median(milliseconds(lambda: User.objects.filter(pk=user.pk).update(first_name="A"), 50))


def autosave(user: User, page: CaseStudyPage, number: int) -> None:
    """One section, saved as the script of the page does."""
    section = BY_KEY["anlass"]
    newest = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    save_section(page, user, section, {"situation": f"{TEXT}{number}"}, version_of(values_of(newest, section)))


def measure(count: int = 200) -> None:
    """Prints the figures."""
    people, base = writers(count), yardstick()
    total = CaseStudyPage.objects.count()
    saves = sorted(milliseconds(partial(autosave, *person, number), 1)[0] for number, person in enumerate(people))
    show("autosave of a section", saves, base, total)
    request = RequestFactory().get("/mein-bereich/")
    request.user, request.session = people[0][0], {}
    connection.force_debug_cursor = True
    connection.queries_log.clear()
    overview(request)
    questions = len(connection.queries_log)
    print(f"overview of a municipality with {count} case studies: {questions} questions to the database")
    connection.force_debug_cursor = False
    show("overview", sorted(milliseconds(lambda: overview(request), 20)), base, total)
    round_line()


def show(what: str, times: list[float], base: float, total: int) -> None:
    """One figure against the yardstick."""
    median, worst = statistics.median(times), times[int(len(times) * 0.95) - 1]
    print(
        f"{what}, {total:,} case studies: median {median:.1f} ms, p95 {worst:.1f} ms; "
        f"one committed statement: {base:.2f} ms; ratio {median / base:.1f}"
    )


def round_line() -> None:
    """The yearly question to all of them at once, and the same round again."""
    pages = list(CaseStudyPage.objects.filter(case__isnull=False).values_list("pk", flat=True))
    CaseStudyPage.objects.filter(pk__in=pages).update(live=True)
    Case.objects.update(fresh_at=timezone.now() - timedelta(days=400))
    start = time.perf_counter()
    first = remind(timezone.now())
    took = time.perf_counter() - start
    again = remind(timezone.now())
    print(f"daily round over {len(pages):,} due case studies: {took:.1f} s, {first:,} mails; the round again: {again}")
