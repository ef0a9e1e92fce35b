"""What changed since the last submission, section by section and word by word: the same for all sides."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision

from home.workflow.desk.difference import Change, difference
from home.workflow.models import Entry

from ..models import CaseStudyPage
from .sections import SECTIONS, Section, section_of_field


@dataclass(frozen=True)
class SectionChanges:
    """The changes of one section."""

    section: Section
    changes: list[Change]


def submitted_versions(page: CaseStudyPage) -> list[int]:
    """Keys of the versions that were submitted, newest first."""
    entries = Entry.objects.filter(page_key=page.pk, verb="submit").order_by("-number")
    return list(dict.fromkeys(entries.values_list("revision_key", flat=True)))


def version_before(page: CaseStudyPage) -> Any:
    """What the newest text is compared with: the last submission that is not the newest text, else what readers see."""
    keys = [key for key in submitted_versions(page) if key != page.latest_revision_id]
    revision = Revision.objects.filter(pk=keys[0]).first() if keys else page.live_revision
    return revision.as_object() if revision else None


def changes_since_submission(page: CaseStudyPage) -> list[SectionChanges]:
    """Only sections in which something changed; nothing before the first submission."""
    before = version_before(page)
    if before is None:
        return []
    found: dict[str, list[Change]] = {}
    for change in difference(before, page.get_latest_revision_as_object()).changes:
        found.setdefault(section_of_change(change).key, []).append(change)
    return [SectionChanges(section, found[section.key]) for section in SECTIONS if section.key in found]


def section_of_change(change: Change) -> Section:
    """Where the changed field is asked for."""
    return section_of_field(change.key.split(".")[0])


def changed_sections(page: CaseStudyPage) -> list[str]:
    """The names of the sections that changed."""
    return [str(found.section.title) for found in changes_since_submission(page)]
