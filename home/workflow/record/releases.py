"""Which versions readers saw, and from when: read from the record, not from what anybody says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.fields import PositiveBigIntegerField
from django.db.models.functions import Cast
from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from ..models import Entry
from .proof import PUBLISHING

GO_LIVE = "go_live_at"


@dataclass(frozen=True)
class Release:
    """A version that went live, and some of its fields as they were stored."""

    at: datetime
    values: dict[str, Any]


def releases_of(pages: Iterable[int], fields: Iterable[str], at: datetime) -> dict[int, list[Release]]:
    """For each page the versions that were live by then, oldest first. One query, however many pages."""
    names = [*fields, GO_LIVE]
    versions = Revision.page_revisions.filter(object_id__in=[str(page) for page in pages])
    released = versions.annotate(approved_at=Subquery(approval())).filter(approved_at__lte=at)
    rows = released.order_by("approved_at", "pk").values_list(
        "object_id", "approved_at", *(f"content__{name}" for name in names)
    )
    found: dict[int, list[Release]] = {}
    for page, approved_at, *stored in rows:
        values = dict(zip(names, stored, strict=True))
        release = Release(went_live(approved_at, values.pop(GO_LIVE)), values)
        overtake(found.setdefault(int(page), []), release)
    return {page: [release for release in releases if release.at <= at] for page, releases in found.items()}


def approval() -> Any:
    """When a version was first released, according to the record."""
    page = Cast(OuterRef("object_id"), PositiveBigIntegerField())
    said = Entry.objects.filter(page_key=page, revision_key=OuterRef("pk"), verb__in=PUBLISHING)
    return said.order_by("number").values("at")[:1]


def went_live(approved_at: datetime, go_live_at: str | None) -> datetime:
    """With the approval, or at the date that was set."""
    return max(approved_at, parse_datetime(go_live_at)) if go_live_at else approved_at


def overtake(releases: list[Release], newer: Release) -> None:
    """A version whose date had not come when the next one went live was never seen."""
    while releases and releases[-1].at >= newer.at:
        releases.pop()
    releases.append(newer)
