"""What the portal answers beside saves, in the site's own process; each time against one committed statement."""

import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median, quantiles

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.workflow import roles
from programs.models import CaseStudyPage
from programs.portal.differences import changes_since_submission
from programs.portal.models import Case, Membership, SectionComment
from programs.portal.rounds import remind
from tests.factories import portal
from tests.factories.people import person

from .desk import put_under_review
from .open_drafts import STORY, WORDS, begun_by
from .places import FACETS, LIST, TYPED

TIMES, HOST = 40, {"host": "127.0.0.1"}


def taken(deed: Callable[[], object], times: int = TIMES) -> list[float]:
    """Milliseconds of each time."""
    found = []
    for _time in range(times):
        start = time.perf_counter()
        deed()
        found.append((time.perf_counter() - start) * 1000)
    return found


def browser(user: User | None = None) -> Client:
    """Signed in, if it is somebody's."""
    client = Client(headers=HOST)
    if user:
        client.force_login(user)
    return client


def answered(client: Client, path: str) -> None:
    """Asks for it; anything but a page is an error."""
    if (status := client.get(path).status_code) != 200:
        raise RuntimeError(f"{path} answered {status}")


def queries_of(client: Client, path: str) -> tuple[int, int]:
    """With nothing cached, and with all that is kept between requests."""
    for cache in caches.all():
        cache.clear()
    ContentType.objects.clear_cache()
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            answered(client, path)
        counts.append(len(queries))
    return counts[0], counts[1]


def grown(name: str, client: Client, path: str, more: Callable[[], object], aim: str = "") -> None:
    """A figure of an address with few and, after `more`, with many."""
    answered(client, path)
    few = queries_of(client, path)
    more()
    many = queries_of(client, path)
    times, statement = taken(lambda: answered(client, path)), statement_ms()
    print(
        f"{name}: median {median(times):.0f} ms, p95 {quantiles(times, n=20)[-1]:.0f} ms; one committed statement: "
        f"{statement:.2f} ms; ratio {median(times) / statement:.0f}; queries {many[1]} (nothing cached: {many[0]}), "
        f"with few: {few[1]} ({few[0]}){aim}",
        flush=True,
    )


def statement_ms() -> float:
    """The yardstick."""
    user = User.objects.order_by("pk").first()
    return median(taken(lambda: User.objects.filter(pk=user.pk).update(first_name="A"), 50))


def measure() -> None:
    """Prints the figures."""
    editor = person("akademie-messung", roles.ACADEMY)
    row = Membership.objects.select_related("user", "municipality").order_by("-pk").first()
    mine = (row.user, row.municipality)
    begun_by([mine] * 2)
    grown(
        "overview of a municipality, 42 case studies",
        browser(row.user),
        "/mein-bereich/",
        lambda: begun_by([mine] * 40),
    )
    round_line()
    submit(mine, 2)
    grown("dashboard of the academy, 30 waiting", browser(editor), "/admin/", lambda: submit(mine, 28), "; aim 150 ms")
    report = reverse("desk_report")
    grown("report of all texts, 230 waiting", browser(editor), report, lambda: wait(mine, 200), "; aim 150 ms")
    review_lines(editor)
    for name, path, aim in (("four facets and counts", f"{LIST}?{FACETS}", 200), ("typeahead", TYPED, 50)):
        grown(f"{name}, 10,000 case studies, 11,000 places", browser(), path, lambda: None, f"; aim p95 {aim} ms")


def submit(mine: tuple, count: int) -> None:
    """So many more are submitted, with all that it entails."""
    for _number in range(count):
        portal.submitted(*mine)


def wait(mine: tuple, count: int) -> None:
    """So many more wait for the academy, written in bulk."""
    put_under_review(begun_by([mine] * count), mine[0])


def review_lines(editor: User) -> None:
    """The screen of a review with two versions of 11,000 characters, and the difference alone."""
    page = CaseStudyPage.objects.filter(state__review="submitted").order_by("-pk").first()
    for version in range(2):
        text = page.get_latest_revision_as_object()
        for name in STORY:
            setattr(text, name, f"<p>{WORDS * 15} {version} {WORDS[::-1] if version else WORDS} {WORDS * 14}</p>")
        page.latest_revision = text.save_revision(user=editor, clean=False)
        page.live_revision = page.live_revision or page.latest_revision
    CaseStudyPage.objects.filter(pk=page.pk).update(live_revision=page.live_revision)
    times, statement = taken(lambda: changes_since_submission(page), 7), statement_ms()
    print(
        f"difference of two versions of 11,000 characters: {median(times):.0f} ms; one committed statement: "
        f"{statement:.2f} ms; ratio {median(times) / statement:.0f}; aim 300 ms"
    )
    screen = reverse("portal_review", args=[page.pk])
    grown("review of a case study, 8 comments", browser(editor), screen, lambda: comments(page, editor))


def comments(page: CaseStudyPage, editor: User) -> None:
    """Eight remarks of the editor."""
    rows = [SectionComment(page=page, section="anlass", text=WORDS, author=editor) for _number in range(8)]
    SectionComment.objects.bulk_create(rows)


def round_line() -> None:
    """The yearly question to all of them at once, and the same round again."""
    count = CaseStudyPage.objects.filter(case__isnull=False, live=True).count()
    Case.objects.update(fresh_at=timezone.now() - timedelta(days=400))
    statement, start = statement_ms(), time.perf_counter()
    first = remind(timezone.now())
    took, again = time.perf_counter() - start, remind(timezone.now())
    print(
        f"daily round over {count:,} due case studies: {took:.1f} s, {first:,} mails; one committed statement: "
        f"{statement:.2f} ms; ratio {took * 1000 / statement:.0f}; the round again: {again} mails; aim 60 s"
    )
