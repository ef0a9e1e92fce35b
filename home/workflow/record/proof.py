"""Proves for every live page that readers see what was approved, or says what is different."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision

from home.page.models import BasePage

from ..content.digest import manifest_of, sealed, values_of
from ..content.references import model_of, references_of
from ..models import Entry, Manifest
from . import revoked
from .rows import contents_of, live_pages

CHUNK = 100
GRANTING = ("release", "publish_emergency", "import")
PUBLISHING = (*GRANTING, "go_live")
ENDING = ("withdraw", "archive", "retire", "go_offline")
# A second person agreed to other words of a contact that the version shows.
CONFIRMING = ("contact_changed",)
# These end what was granted to one version only.
CALLING_OFF = ("unschedule", "hold_back")
SAYING = (*PUBLISHING, *CONFIRMING, *ENDING, *CALLING_OFF, "look_again", revoked.VERB)


class Standing(TextChoices):
    """What can be said of a live page."""

    APPROVED = "approved", gettext_lazy("as approved")
    IMPORTED = "imported", gettext_lazy("as imported, without approval")
    LOOKED_AT = "looked_at", gettext_lazy("published in an emergency, second look taken")
    LOOK_OWED = "look_owed", gettext_lazy("published in an emergency, second look owed")
    UNPROVEN = "unproven", gettext_lazy("no proof: from before the record, or generated")
    REVOKED = "revoked", gettext_lazy("as approved, without a picture whose consent was revoked")
    DEVIATES = "deviates", gettext_lazy("DEVIATES")


@dataclass(frozen=True)
class Finding:
    """What was found out about one page."""

    page: BasePage
    standing: Standing
    why: str = ""


@dataclass(frozen=True)
class Evidence:
    """What is known about the live pages of one round."""

    contents: dict[int, dict]
    revisions: dict[int, Revision]
    entries: dict[int, list[Entry]]
    values: dict[str, str]
    began: datetime | None


def findings(read_files: bool = False) -> Iterator[Finding]:
    """A finding for every live page; with `read_files` the files themselves are read, not only their stored hash."""
    began = Entry.objects.order_by("number").values_list("at", flat=True).first()
    for pages in live_pages(CHUNK):
        evidence = gathered(pages, began, read_files)
        yield from (judged(page, evidence) for page in pages)


def gathered(pages: list[BasePage], began: datetime | None, read_files: bool) -> Evidence:
    """Everything that judging these pages needs, a few queries for all of them."""
    contents = contents_of(pages)
    revisions = Revision.objects.in_bulk([page.live_revision_id for page in pages if page.live_revision_id])
    for page in pages:
        leave_empty_date(page, contents[page.pk], revisions.get(page.live_revision_id))
    targets = {target for page in pages for target in references_of(type(page), contents[page.pk])}
    for revision in revisions.values():
        targets |= references_of(revision.content_type.model_class(), revision.content)
    entries = defaultdict(list)
    said = Entry.objects.filter(page_key__in=contents, verb__in=SAYING)
    for entry in said.select_related("remark").order_by("number"):
        entries[entry.page_key].append(entry)
    return Evidence(contents, revisions, entries, values_of(targets, read_files), began)


def leave_empty_date(page: BasePage, content: dict, revision: Revision | None) -> None:
    """A date that the version leaves empty is filled in the table at the first release; that is no difference."""
    filled = page.display_date == page.first_published_at
    if revision and filled and revision.content.get("display_date") is None:
        content["display_date"] = None


def judged(page: BasePage, evidence: Evidence) -> Finding:
    """The finding for one page."""
    entries, revision = evidence.entries[page.pk], evidence.revisions.get(page.live_revision_id)
    about = [entry for entry in entries if entry.revision_key == page.live_revision_id]
    granted = [entry for entry in about if entry.verb in GRANTING]
    if revision is None or not granted:
        return unproven(page, revision, entries, evidence.began)
    put_live = [entry.number for entry in about if entry.verb in PUBLISHING][-1]
    later = [entry for entry in entries if entry.number > put_live]
    if any(ends(entry, revision) for entry in later):
        return Finding(page, Standing.DEVIATES, _("it is live, but was taken offline according to the record"))
    sealed_last = [entry for entry in about if entry.verb in (*GRANTING, *CONFIRMING)][-1]
    if why := difference(page, revision, sealed_last.digest, evidence):
        gone = revoked.targets_of(entries)
        shown = gone and manifest_of(type(page), evidence.contents[page.pk], evidence.values)
        if gone and revoked.explains(revision, shown, sealed_last.digest, evidence.values, gone):
            return Finding(page, Standing.REVOKED)
        return Finding(page, Standing.DEVIATES, why)
    return Finding(page, standing_of(granted[-1].verb, [entry.verb for entry in later]))


def ends(entry: Entry, revision: Revision) -> bool:
    """Whether an entry says that readers see this version no more."""
    return entry.verb in ENDING or (entry.verb in CALLING_OFF and entry.revision_key == revision.pk)


def unproven(page: BasePage, revision: Revision | None, entries: list[Entry], began: datetime | None) -> Finding:
    """A live version without an entry: older than the record and generated pages may, others may not."""
    old = revision is None or began is None or revision.created_at < began
    if old and not any(entry.verb in PUBLISHING for entry in entries):
        return Finding(page, Standing.UNPROVEN)
    return Finding(page, Standing.DEVIATES, _("no approval is recorded for the version that is live"))


def standing_of(verb: str, later: list[str]) -> Standing:
    """What the entry allows to say of a page that is as it was put live."""
    if verb == "publish_emergency":
        return Standing.LOOKED_AT if "look_again" in later else Standing.LOOK_OWED
    return Standing.IMPORTED if verb == "import" else Standing.APPROVED


def difference(page: BasePage, revision: Revision, digest: str, evidence: Evidence) -> str:
    """What differs between what was approved and what readers see; empty if nothing does."""
    shown = manifest_of(type(page), evidence.contents[page.pk], evidence.values)
    if sealed(shown) != digest:
        return named(Manifest.objects.filter(digest=digest).first(), shown)
    kept = manifest_of(revision.content_type.model_class(), revision.content, evidence.values)
    return "" if sealed(kept) == digest else _("the stored version was changed after its approval")


def named(approved: Manifest | None, shown: dict[str, Any]) -> str:
    """The parts that differ, as far as the manifest of what was approved is kept and is genuine."""
    if approved is None or sealed(approved.content) != approved.digest:
        return _("readers do not see what was approved")
    found = [] if approved.content["content"] == shown["content"] else [_("the text")]
    before, now = approved.content["refers_to"], shown["refers_to"]
    found += [in_words(target) for target in sorted(before | now) if before.get(target) != now.get(target)]
    return _("other than approved: %(parts)s") % {"parts": ", ".join(found)}


def in_words(target: str) -> str:
    """A file or a shared text by its kind and key."""
    label, key = target.split(":")
    return f"{model_of(label)._meta.verbose_name} {key}"
