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
from .proof import GRANTING

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
    granted = versions.annotate(granted_at=said(GRANTING), online_at=said(["go_live"])).filter(granted_at__lte=at)
    rows = granted.values_list("object_id", "granted_at", "online_at", *(f"content__{name}" for name in names))
    found: dict[int, list[Release]] = {}
    for page, granted_at, online_at, *stored in rows:
        values = dict(zip(names, stored, strict=True))
        shown_at = went_live(granted_at, online_at, values.pop(GO_LIVE))
        if shown_at and shown_at <= at:
            found.setdefault(int(page), []).append(Release(shown_at, values))
    return {page: sorted(releases, key=lambda release: release.at) for page, releases in found.items()}


def said(verbs: Iterable[str]) -> Subquery:
    """When the record first said one of these of a version."""
    page = Cast(OuterRef("object_id"), PositiveBigIntegerField())
    entries = Entry.objects.filter(page_key=page, revision_key=OuterRef("pk"), verb__in=verbs)
    return Subquery(entries.order_by("number").values("at")[:1])


def went_live(granted_at: datetime, online_at: datetime | None, wanted: str | None) -> datetime | None:
    """With the approval; if a later date was set, when the version really went online, if ever."""
    is_dated = wanted is not None and parse_datetime(wanted) > granted_at
    return online_at if is_dated else granted_at
