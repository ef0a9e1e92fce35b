"""The chain: each entry carries the hash of the one before. Appending is one locked write in the verb's transaction."""

import hashlib
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ..content.digest import stable
from ..models import Entry, Head, Remark
from . import persons

CHAINED = (
    "number", "page_key", "title", "verb", "from_publication", "from_review", "to_publication", "to_review",
    "revision_key", "digest", "person_key", "comment_digest", "previous",
)  # fmt: skip
ONLY = 1


def hash_of(entry: Entry) -> str:
    """The hash over everything that an entry says."""
    facts = {name: getattr(entry, name) for name in CHAINED}
    facts["at"] = entry.at.astimezone(UTC).isoformat()
    return hashlib.sha256(stable(facts).encode()).hexdigest()


@transaction.atomic
def append(comment: str = "", **facts: Any) -> Entry:
    """Adds an entry at the end; whoever else wants to waits until this transaction ends."""
    head = held_head()
    salt, comment_digest = persons.salted(comment) if comment else ("", "")
    entry = Entry(number=head.number + 1, at=timezone.now(), previous=head.hash, comment_digest=comment_digest, **facts)
    entry.hash = hash_of(entry)
    entry.save()
    if comment:
        Remark.objects.create(entry=entry, text=comment, salt=salt)
    Head.objects.filter(pk=ONLY).update(number=entry.number, hash=entry.hash)
    return entry


def held_head() -> Head:
    """The end of the chain, held until the transaction ends."""
    held = Head.objects.select_for_update()
    return held.filter(pk=ONLY).first() or held.get(pk=Head.objects.get_or_create(pk=ONLY)[0].pk)


def head() -> Head:
    """The end of the chain as it is written down."""
    return Head.objects.filter(pk=ONLY).first() or Head()


def faults(known: Head | None = None) -> Iterator[str]:
    """A sentence for everything that was changed, deleted, moved or cut off; `known` is a head from earlier."""
    last = Head()
    for entry in Entry.objects.order_by("number").select_related("remark").iterator(chunk_size=1000):
        yield from faults_of(entry, last)
        if known and entry.number == known.number and entry.hash != known.hash:
            yield _("Entry %(number)d is not the one of the earlier head.") % {"number": entry.number}
        last = Head(number=entry.number, hash=entry.hash)
    if known and known.number > last.number:
        yield _("The chain ends at %(last)d; the earlier head was %(known)d. Entries were cut off.") % {
            "last": last.number,
            "known": known.number,
        }
    if (written := head()).hash != last.hash or written.number != last.number:
        yield _("The chain ends at %(last)d, but %(written)d entries were written.") % {
            "last": last.number,
            "written": written.number,
        }


def faults_of(entry: Entry, last: Head) -> Iterator[str]:
    """What is wrong with an entry after the one before."""
    words = {"number": entry.number, "before": last.number}
    if entry.number != last.number + 1:
        yield _("Between %(before)d and %(number)d entries are missing.") % words
    elif entry.previous != last.hash:
        yield _("Entry %(number)d does not follow entry %(before)d.") % words
    if entry.hash != hash_of(entry):
        yield _("Entry %(number)d was changed.") % words
    remark = getattr(entry, "remark", None)
    if remark and remark.salt and persons.digest(remark.salt, remark.text) != entry.comment_digest:
        yield _("The comment of entry %(number)d was changed.") % words


def entries_of(page_key: int) -> QuerySet[Entry]:
    """The entries of a page, oldest first."""
    return Entry.objects.filter(page_key=page_key).order_by("number")
