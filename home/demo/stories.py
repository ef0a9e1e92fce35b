"""Stories: the pages of the demo, each written down in a small TOML file of its app's folder `demo`."""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils import timezone

LIVE, DRAFT, WAITING, CHANGES_REQUESTED = "live", "draft", "waiting", "changes_requested"
SCHEDULED, WITHDRAWN = "scheduled", "withdrawn"
HOUR_OF_RELEASE = 10


@dataclass(frozen=True)
class Story:
    """One page as it was written down. References are names: a scene, a subject, an organisation, a path."""

    key: str
    slug: str
    title: str
    lead: str = ""
    # Either a day in the calendar, or how many days before the loading it appeared.
    date: datetime | None = None
    days_ago: int = 0
    # A story with a date to come goes online so many days after the loading.
    days_ahead: int = 0
    image: str = ""
    image_alt: str = ""
    subjects: list[str] = field(default_factory=list)
    owner: str = ""
    state: str = LIVE
    comment: str = ""
    # What readers find at the address of a story that was withdrawn.
    notice: str = ""
    # Whether its text stays readable below that notice.
    is_kept: bool = False
    body: list[dict[str, Any]] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def published_at(self) -> datetime:
        """When the story appeared."""
        if self.date:
            return timezone.make_aware(self.date)
        now = timezone.localtime()
        day = now - timedelta(days=self.days_ago)
        return min(day.replace(hour=HOUR_OF_RELEASE, minute=0, second=0, microsecond=0), now)

    @property
    def goes_live_at(self) -> datetime | None:
        """When the story is going to appear, if it has a date to come."""
        day = timezone.localtime() + timedelta(days=self.days_ahead)
        return day.replace(hour=HOUR_OF_RELEASE, minute=0, second=0, microsecond=0) if self.days_ahead else None


def folder_of(app_name: str) -> Path:
    """The folder of an app's demo files."""
    return Path(apps.get_app_config(app_name).path) / "demo"


def stories(app_name: str, folder: str) -> list[Story]:
    """All stories in a folder, oldest first, so that pages are made in the order of their dates."""
    files = sorted((folder_of(app_name) / folder).glob("*.toml"))
    found = [read(file, f"{app_name}/{folder}/{file.stem}") for file in files]
    return sorted(found, key=lambda story: story.published_at)


def read(file: Path, key: str) -> Story:
    """One story; its slug is the name of the file."""
    content = tomllib.loads(file.read_text("utf-8"))
    return Story(**{"key": key, "slug": file.stem, **content})
