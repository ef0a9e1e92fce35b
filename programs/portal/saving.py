"""Saves one section into the newest version of a draft. Who writes in another section is never in the way."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Revision

from home.page.newest import continue_version, newest_text

from ..models import CaseStudyPage
from .closing import is_open, why_closed
from .forms.section import SectionForm, values_of, version_of
from .holding import held
from .people import called
from .sections import Section

# Versions that one person saves without a longer pause are one version.
PAUSE = timedelta(minutes=30)


@dataclass
class Outcome:
    """What became of it."""

    page: CaseStudyPage
    form: SectionForm
    saved: bool
    version: str
    at: datetime | None = None
    # What somebody else wrote meanwhile, by question; empty where nobody did.
    theirs: dict[str, Any] = field(default_factory=dict)
    who: str = ""


class Closed(Exception):  # noqa: N818
    """The text cannot be changed now; the sentence says why."""


@transaction.atomic
def save_section(case: QuerySet[CaseStudyPage], user: Any, section: Section, data: Any, version: str) -> Outcome:
    """Saves into this case study, unless somebody else saved the same section since it was shown."""
    page = held(case)
    if not is_open(page):
        raise Closed(why_closed(page))
    own = own_recent_version(page, user)
    draft = newest_text(page, own) if own else page.get_latest_revision_as_object()
    form = SectionForm(draft, section, data)
    before = dict(form.stored)
    if version != version_of(before):
        return conflict(page, form, before)
    form.apply()
    after = values_of(draft, section)
    at = page.latest_revision_created_at
    if after != before:
        at = continue_version(page, own, draft) if own else draft.save_revision(user=user, clean=False).created_at
    return Outcome(page, form, saved=not form.errors, version=version_of(after), at=at)


def conflict(page: CaseStudyPage, form: SectionForm, now: dict[str, Any]) -> Outcome:
    """Both texts: what was typed stays in the form, what is stored stands beside it."""
    form.apply()
    mine = values_of(form.page, form.section)
    theirs = {name: now.get(name, "") for name in {*now, *mine} if now.get(name, "") != mine.get(name, "")}
    revision = page.latest_revision
    who = called(revision.user) if revision else ""
    return Outcome(page, form, not theirs, version_of(now), revision and revision.created_at, theirs, who)


def own_recent_version(page: CaseStudyPage, user: Any) -> Revision | None:
    """The newest version, if the same person saved it a moment ago and nobody refers to it."""
    revision = page.latest_revision
    if revision is None or revision.user_id != user.pk or revision.created_at < timezone.now() - PAUSE:
        return None
    is_shown = revision.pk == page.live_revision_id or not page.has_unpublished_changes
    if is_shown or revision.approved_go_live_at or revision.task_states.exists():
        return None
    return revision
