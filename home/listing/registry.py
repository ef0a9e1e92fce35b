"""Where content enrols what it can list, so that blocks and the home page need not know it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise

from home.page.models import Subject
from home.page.queryset import load_teasers


@dataclass(frozen=True)
class Listing:
    """A kind of page that can be listed: `find()` gives its readable pages, best first."""

    key: str
    label: str | Promise
    find: Callable[[], QuerySet]
    # Label of the page type that shows them all, e.g. "news.NewsIndexPage".
    index_model: str
    # Place on the home page, and how many are shown there.
    order: int = 100
    on_home_page: int = 3
    # The part of the address below that page, if not the page itself shows them.
    below: str = ""


_listings: dict[str, Listing] = {}


def enrol(listing: Listing) -> None:
    """Called once by each content app when it is ready."""
    _listings[listing.key] = listing


def listings() -> list[Listing]:
    """All kinds, in the order of the home page."""
    return sorted(_listings.values(), key=lambda listing: listing.order)


def newest(counts: dict[Listing, int], subject: Subject | None = None) -> list[dict]:
    """Of each kind the first pages; what their teasers show is asked for once for all kinds."""
    found = [listing.find() if subject is None else listing.find().about(subject) for listing in counts]
    lists = load_teasers(*(pages[:count] for pages, count in zip(found, counts.values(), strict=True)))
    return [{"listing": listing, "pages": pages} for listing, pages in zip(counts, lists, strict=True)]


def listing_of(key: str) -> Listing | None:
    """The listing with this key; None if its app is gone."""
    return _listings.get(key)


def choices() -> list[tuple[str, str | Promise]]:
    """Keys and labels for a form."""
    return [(listing.key, listing.label) for listing in listings()]
