"""What the benchmarks of approval do inside the site's own process: fill the desk, and time the verbs."""

import json
import time
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, TaskState, WorkflowState

from home.page.models import BasePage
from home.workflow import roles, transitions
from home.workflow.models import PageState
from home.workflow.states import Review
from news.models import ArticlePage, NewsIndexPage

WAITING, PEOPLE, ROUNDS, WARM_UP = 1_000, 200, 8, 3
# Of each forty people: one in the emergency group, one at the ministry, two editors; the others write.
SHARES = {roles.EMERGENCY: 1, roles.MINISTRY: 1, roles.ACADEMY: 2, roles.AUTHOR: 36}


def fill() -> None:
    """200 people, and 1,000 texts under review; says so."""
    shares = [role for role, share in SHARES.items() for _one in range(share)]
    for number in range(PEOPLE):
        user = User.objects.create(username=f"mass{number}", email=f"mass{number}@example.org")
        user.groups.add(Group.objects.get(name=shares[number % len(shares)].name))
    unsent = ArticlePage.objects.filter(latest_revision=None).order_by("-display_date")[:WAITING]
    put_under_review(list(unsent), User.objects.get(username="autorin"))
    print(f"{WorkflowState.objects.active().count():,} texts under review, {User.objects.count()} people")


def put_under_review(pages: list[BasePage], author: User) -> None:
    """The rows a submission leaves behind, for many pages of one type at once."""
    workflow = pages[0].get_workflow()
    task = workflow.tasks.first()
    now, kind = timezone.now(), pages[0].get_content_type()
    base = pages[0].get_base_content_type()
    common = {"content_type": kind, "base_content_type": base}
    revisions = Revision.objects.bulk_create(
        Revision(object_id=page.pk, created_at=now, user=author, content=page.serializable_data(), **common)
        for page in pages
    )
    states = WorkflowState.objects.bulk_create(
        WorkflowState(object_id=page.pk, workflow_id=workflow.pk, requested_by=author, created_at=now, **common)
        for page in pages
    )
    steps = TaskState.objects.bulk_create(
        TaskState(workflow_state=state, revision=revision, task=task, started_at=now)
        for state, revision in zip(states, revisions, strict=True)
    )
    for page, revision, state, step in zip(pages, revisions, states, steps, strict=True):
        page.latest_revision, page.has_unpublished_changes, state.current_task_state = revision, True, step
    type(pages[0]).objects.bulk_update(pages, ["latest_revision", "has_unpublished_changes"], batch_size=200)
    WorkflowState.objects.bulk_update(states, ["current_task_state"], batch_size=200)
    PageState.objects.filter(page__in=[page.pk for page in pages]).update(review=Review.SUBMITTED)


def measure() -> None:
    """Prints all times, and the queries of the explorer, as JSON."""
    author, editor = User.objects.get(username="autorin"), User.objects.get(username="akademie")
    times: dict[str, list[float]] = {"submit": [], "approve": []}
    for number in range(ROUNDS + WARM_UP):
        page = draft(author, next(numbers))
        for verb, user in (("submit", author), ("approve", editor)):
            start = time.perf_counter()
            transitions.VERBS[verb](page, user, "Bitte prüfen.")
            times[verb] += [(time.perf_counter() - start) * 1000] if number >= WARM_UP else []
    print(json.dumps({**times, "queries": explorer_queries(editor)}))


numbers = count(int(time.time()))


def draft(author: User, number: int) -> Any:
    """A text to submit."""
    page = ArticlePage(title=f"Messung {number}", slug=f"messung-{number}", live=False, owner=author)
    page.lead = "Drei Treffen im Jahr, offen für alle Kommunen des Landes."
    page.body = [{"type": "text", "value": "<p>Die Kommunen treffen sich dreimal im Jahr.</p>"}]
    NewsIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=author)
    return page


def explorer_queries(editor: User) -> int:
    """Queries of the second look at the list of articles."""
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(editor)
    address = reverse("wagtailadmin_explore", args=[NewsIndexPage.objects.get().pk])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        if client.get(address).status_code != 200:
            raise RuntimeError(address)
    return len(queries)
