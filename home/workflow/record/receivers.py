"""What the record does when something moved: one entry for each verb, in the transaction of the deed."""

from typing import Any

from wagtail.log_actions import get_active_log_context

from ..models import ChangeNote, Entry, Manifest, PageState
from . import chain, persons, uses

# What these put forward is sealed; later verbs on the same version refer to that seal.
SEALING = {"submit", "publish_emergency", "import", "contact_changed"}


def record(verb: str, page: Any, user: Any, comment: str = "", revision: Any = None, **kwargs) -> None:
    """Appends the entry of a verb."""
    before, after = state_before(verb, page), PageState.objects.get(page_id=page.pk)
    chain.append(
        comment=(comment or "").strip(),
        page_key=page.pk,
        title=page.title[:255],
        verb=verb,
        from_publication=before[0],
        from_review=before[1],
        to_publication=after.publication,
        to_review=after.review,
        revision_key=revision.pk if revision else None,
        digest=digest_for(verb, revision),
        person_key=persons.key_of(user),
    )


def record_deletion(instance: Any, **kwargs) -> None:
    """A page is deleted: the entry stays when the page is gone. What code made and takes away again has no record."""
    user = get_active_log_context().user
    if user is None and instance.latest_revision_id is None:
        return
    row = PageState.objects.filter(page_id=instance.pk).first() or PageState()
    chain.append(
        page_key=instance.pk,
        title=instance.title[:255],
        verb="delete",
        from_publication=row.publication,
        from_review=row.review,
        to_publication=row.publication,
        to_review=row.review,
        revision_key=instance.latest_revision_id,
        digest=digest_for("delete", instance.latest_revision),
        person_key=persons.key_of(user),
    )


def digest_for(verb: str, revision: Any) -> str:
    """The digest of the version, taken now or when it was put forward."""
    if revision is None:
        return ""
    if verb in SEALING:
        return Manifest.objects.take(revision)
    known = Entry.objects.filter(page_key=int(revision.object_id), revision_key=revision.pk).exclude(digest="")
    return known.order_by("-number").values_list("digest", flat=True).first() or ""


def state_before(verb: str, page: Any) -> tuple[str, str]:
    """Both axes as they were before the deed: as the verb found them, else as the last entry left them."""
    if (row := getattr(page, "stood_at", None)) is not None:
        return row.publication, row.review
    last = chain.entries_of(page.pk).last()
    if last is not None:
        return last.to_publication, last.to_review
    return "never", "draft"


def note_uses(page: Any = None, instance: Any = None, **kwargs) -> None:
    """After a verb, or after a page went live or offline by its date."""
    uses.refresh(page or instance)


def note_change(page: Any, revision: Any, **kwargs) -> None:
    """Keeps what the author says about a saved version; saved once more with an empty note, it has none."""
    if (note := getattr(page, "change_note", None)) is None:
        return
    if text := note.strip():
        ChangeNote.objects.update_or_create(revision=revision, defaults={"text": text[:300]})
    else:
        ChangeNote.objects.filter(revision=revision).delete()
