"""Who had a hand in a text: asked for one, or for a whole list with as many questions. No models are imported here."""

from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db.models import Max

APPROVED = "approved"
# What the log says of somebody who saved a text.
WRITING = ("wagtail.create", "wagtail.edit", "wagtail.revert")


def authors_since_release(pages: Collection[Any]) -> dict[int, set[int]]:
    """For each page, the keys of all who saved a version since the one that is live; the log still knows those that
    were purged.
    """
    keys = [page.pk for page in pages]
    saved = apps.get_model("wagtailcore.Revision").page_revisions.filter(object_id__in=map(str, keys))
    logged = apps.get_model("wagtailcore.PageLogEntry").objects.filter(page__in=keys, action__in=WRITING)
    newest = [
        *saved.order_by().values_list("object_id", "user_id").annotate(Max("pk")),
        *logged.order_by().values_list("page_id", "user_id").annotate(Max("revision_id")),
    ]
    live = {page.pk: page.live_revision_id or 0 for page in pages}
    found: dict[int, set[int]] = {key: set() for key in keys}
    for key, user, revision in newest:
        if user and (revision or 0) > live[int(key)]:
            found[int(key)].add(user)
    return found


def approved_elsewhere(user: Any, steps: Collection[Any]) -> set[int]:
    """The keys of those steps whose very version this person approved at another step of the same submission."""
    approved = apps.get_model("wagtailcore.TaskState").objects.filter(
        workflow_state__in={step.workflow_state_id for step in steps}, status=APPROVED, finished_by=user
    )
    known = set(approved.values_list("workflow_state_id", "revision_id", "pk"))
    return {
        step.pk
        for step in steps
        for state, revision, key in known
        if (state, revision) == (step.workflow_state_id, step.revision_id) and key != step.pk
    }
