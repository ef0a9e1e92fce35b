"""Where a long list enrols how its entries are found, so that forms need not offer all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from django.db.models import Model
from django.utils.functional import Promise

AT_MOST = 10


@dataclass(frozen=True)
class LongList:
    """A list too long for a form. `find` gives the first entries for what was typed, best first."""

    label: str
    find: Callable[[str, int], list[Model]]
    # Below the field: by which words its entries are found.
    hint: str | Promise
    # How an entry is told from others of the same name: its name, then what tells it apart in brackets.
    named: Callable[[Model], str] = str

    def suggestions(self, text: str) -> list[dict[str, object]]:
        """Keys and names for the script in the form."""
        return [{"id": entry.pk, "title": self.named(entry)} for entry in islice(self.find(text, AT_MOST), AT_MOST)]

    def meant(self, text: str) -> tuple[list[Model], list[Model]]:
        """The entries that somebody means who typed this in full, and those that come close."""
        near = self.find(bare(text), AT_MOST)
        whole = [entry for entry in near if same(self.named(entry), text)]
        whole = whole or [entry for entry in near if same(bare(self.named(entry)), text)]
        return whole or (near if text.isdigit() and len(near) == 1 else []), near


_lists: dict[str, LongList] = {}


def enrol(found: LongList) -> None:
    """Called once by the app of the list when it is ready."""
    _lists[found.label] = found


def list_of(label: str) -> LongList | None:
    """The long list of a model; None if it is short enough to be shown."""
    return _lists.get(label)


def bare(name: str) -> str:
    """The name without what stands behind it in brackets."""
    return name.partition(" (")[0].strip()


def same(one: str, other: str) -> bool:
    """Whether two names are the same for people."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
