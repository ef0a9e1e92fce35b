"""What changed between the version readers see and the newest text: part by part, word by word."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from .blocktext import Content
from .parts import Part, parts_of
from .words import Piece, compare, shortened

NOTHING = Content()


class Kind(TextChoices):
    """What happened to a part."""

    CHANGED = "changed", _("changed")
    ADDED = "added", _("new")
    REMOVED = "removed", _("removed")
    MOVED = "moved", _("moved")
    MARKUP = "markup", _("only emphasis or headings changed")


@dataclass(frozen=True)
class Change:
    """One part that is not as it was."""

    key: str
    label: str
    kind: Kind
    pieces: list[Piece]
    pictures_before: list[Any]
    pictures_after: list[Any]


@dataclass(frozen=True)
class Difference:
    """All changes in reading order, and the names of what stayed."""

    changes: list[Change] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def difference(before: Any, after: Any, in_full: bool = False) -> Difference:
    """Compares two versions of a page; without a version before, everything is new."""
    old = {part.key: part for part in parts_of(before)} if before else {}
    new = {part.key: part for part in parts_of(after)}
    moved = moved_keys(list(old), list(new))
    found = Difference()
    for key in in_reading_order(list(old), list(new)):
        kind = kind_of(old.get(key), new.get(key), key in moved)
        if kind is None:
            found.unchanged.append(new[key].label)
        else:
            found.changes.append(change(old.get(key), new.get(key), kind, in_full))
    return found


def kind_of(old: Part | None, new: Part | None, is_moved: bool) -> Kind | None:
    """What happened to a part; None if nothing did."""
    if old is None or new is None:
        return Kind.ADDED if old is None else Kind.REMOVED
    if old.content.text != new.content.text or keys(old.content) != keys(new.content):
        return Kind.CHANGED
    if old.content.markup != new.content.markup:
        return Kind.MARKUP
    return Kind.MOVED if is_moved else None


def change(old: Part | None, new: Part | None, kind: Kind, in_full: bool) -> Change:
    """The words and pictures of one part, before and after."""
    before, after = old.content if old else NOTHING, new.content if new else NOTHING
    pieces = compare(before.text, after.text)
    if not in_full:
        pieces = shortened(pieces)
    same_pictures = keys(before) == keys(after)
    return Change(
        key=(new or old).key,
        label=(new or old).label,
        kind=kind,
        pieces=pieces,
        pictures_before=[] if same_pictures else before.pictures,
        pictures_after=[] if same_pictures else after.pictures,
    )


def keys(content: Content) -> list[int]:
    """Which pictures there are."""
    return [picture.pk for picture in content.pictures]


def moved_keys(old: list[str], new: list[str]) -> set[str]:
    """Parts that are in both versions, but not in the same order."""
    kept_old, kept_new = [key for key in old if key in new], [key for key in new if key in old]
    matcher = SequenceMatcher(None, kept_old, kept_new, autojunk=False)
    settled = {key for start, _new, size in matcher.get_matching_blocks() for key in kept_old[start : start + size]}
    return set(kept_old) - settled


def in_reading_order(old: list[str], new: list[str]) -> list[str]:
    """The parts of the new version; what was removed stands where it used to be."""
    order = list(new)
    for place, key in enumerate(old):
        if key not in order:
            order.insert(order.index(old[place - 1]) + 1 if place else 0, key)
    return order
