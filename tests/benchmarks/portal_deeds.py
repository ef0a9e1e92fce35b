"""What the portal does beside saving, measured in the site's own process; each against one committed statement."""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.models import CaseStudyPage
from programs.portal import drafts
from programs.portal.differences import changes_since_submission
from programs.portal.models import Case
from programs.portal.rounds import remind
from programs.portal.views.overview import overview

WORDS = "In drei Wohngebieten fehlten Orte, an denen man sich ohne Anlass trifft. "


def milliseconds(deed: Callable[[], object], times: int) -> float:
    """The median."""
    found = []
    for _time in range(times):
        start = time.perf_counter()
        deed()
        found.append((time.perf_counter() - start) * 1000)
    return statistics.median(found)


def measure() -> None:
    """Prints the figures."""
    user = User.objects.filter(memberships__isnull=False).order_by("pk").first()
    statement = milliseconds(lambda: User.objects.filter(pk=user.pk).update(first_name="A"), 50)
    overview_line(user, statement)
    difference_line(user, statement)
    round_line()


def overview_line(user: User, statement: float) -> None:
    """The first page of a municipality, with few and with many case studies of its own."""
    request = RequestFactory().get("/mein-bereich/")
    request.user, request.session = user, {}
    place, counts = user.memberships.get().municipality, []
    for more in (1, 40):
        for _number in range(more):
            drafts.begin(place, user)
        with CaptureQueriesContext(connection) as queries:
            overview(request)
        counts.append(len(queries))
    took = milliseconds(lambda: overview(request), 20)
    print(
        f"overview of a municipality, 42 case studies of 10,000: {took:.1f} ms; one committed statement: "
        f"{statement:.2f} ms; ratio {took / statement:.1f}; {counts[1]} queries (with two case studies: {counts[0]})"
    )


def difference_line(user: User, statement: float) -> None:
    """Two versions of 11,000 characters each, compared word by word."""
    page = drafts.begin(user.memberships.get().municipality, user)
    names = ("situation", "approach", "results", "pitfalls", "tips")
    for version in range(2):
        text = page.get_latest_revision_as_object()
        for name in names:
            setattr(text, name, f"<p>{WORDS * 15} {version} {WORDS[::-1] if version else WORDS} {WORDS * 14}</p>")
        revision = text.save_revision(user=user, clean=False)
        if not version:
            page.live_revision = revision
    page.latest_revision = revision
    took = milliseconds(lambda: changes_since_submission(page), 5)
    print(
        f"difference of two versions of 11,000 characters: {took:.0f} ms; one committed statement: {statement:.2f} ms; "
        f"ratio {took / statement:.0f}"
    )


def round_line() -> None:
    """The yearly question to all of them at once, and the same round again."""
    count = CaseStudyPage.objects.filter(case__isnull=False, live=True).count()
    Case.objects.update(fresh_at=timezone.now() - timedelta(days=400))
    start = time.perf_counter()
    first = remind(timezone.now())
    took = time.perf_counter() - start
    again = remind(timezone.now())
    print(f"daily round over {count:,} due case studies: {took:.1f} s, {first:,} mails; the round again: {again} mails")
