"""Saves one section into the newest version of a draft. Who writes in another section is never in the way."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..models import CaseStudyPage
from .closing import is_open, why_closed
from .forms.section import SectionForm, values_of, version_of
from .people import called
from .sections import Section

# Versions that one person saves without a longer pause are one version.
PAUSE = timedelta(minutes=30)


@dataclass
class Outcome:
    """What became of it."""

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
def save_section(page: CaseStudyPage, user: Any, section: Section, data: Any, version: str) -> Outcome:
    """Saves, unless somebody else saved the same section since it was shown."""
    held = CaseStudyPage.objects.select_for_update(of=("self",)).select_related("state", "case").get(pk=page.pk)
    if not is_open(held):
        raise Closed(why_closed(held))
    draft = held.get_latest_revision_as_object()
    form = SectionForm(draft, section, data)
    before = dict(form.stored)
    if version != version_of(before):
        return conflict(form, held, before)
    form.apply()
    after = values_of(draft, section)
    if after == before:
        return Outcome(form, saved=not form.errors, version=version, at=held.latest_revision_created_at)
    revision = draft.save_revision(user=user, clean=False, overwrite_revision=own_recent_version(held, user))
    return Outcome(form, saved=not form.errors, version=version_of(after), at=revision.created_at)


def conflict(form: SectionForm, held: CaseStudyPage, now: dict[str, Any]) -> Outcome:
    """Both texts: what was typed stays in the form, what is stored stands beside it."""
    form.apply()
    mine = values_of(form.page, form.section)
    theirs = {name: now.get(name, "") for name in {*now, *mine} if now.get(name, "") != mine.get(name, "")}
    revision = held.latest_revision
    who = called(revision.user) if revision else ""
    return Outcome(form, not theirs, version_of(now), revision and revision.created_at, theirs, who)


def own_recent_version(page: CaseStudyPage, user: Any) -> Any:
    """The newest version, if the same person saved it a moment ago and nobody refers to it."""
    revision = page.latest_revision
    if revision is None or revision.user_id != user.pk or revision.created_at < timezone.now() - PAUSE:
        return None
    if (
        revision.pk == page.live_revision_id or revision.approved_go_live_at
    ):  # `save_revision` itself spares submitted ones
        return None
    return revision
