"""Matches become hits: what readers see comes from the pages as they are now, never from an index alone."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.safestring import SafeString, mark_safe

from home.page.models import BasePage

from . import pages as search_pages
from . import sources
from .engines.base import Match
from .engines.choice import embedded
from .excerpt import Marker
from .public_now import public_now
from .results import Hit

# What a hit tells of a page.
SHOWN = ("title", "url_path", "content_type", "display_date", "first_published_at", "last_published_at", "lead")


def hits(matches: list[Match], marker: Marker, generation: str) -> list[Hit]:
    """In the order of the matches; what is not readable any more is left out."""
    keys = [match.key for match in matches]
    known = {**pages(keys), **sources.objects(public_now(keys))}
    texts = embedded().texts(generation, [match.key for match in matches if match.excerpt is None])
    return [hit(known[match.key], match, texts, marker) for match in matches if match.key in known]


def pages(keys: Iterable[int]) -> dict[int, BasePage]:
    """The readable pages among these keys, with no more of them than a hit tells."""
    wanted = [key for key in keys if key > 0]
    return BasePage.objects.readable().only(*SHOWN).in_bulk(wanted) if wanted else {}


def hit(found: Model, match: Match, texts: dict, marker: Marker) -> Hit:
    """One hit."""
    excerpt = excerpt_of(found, match, texts, marker)
    if not isinstance(found, BasePage):
        source = sources.BY_MODEL[type(found)]
        date = sources.shown_date(found)
        return Hit(source.title(found), source.url(found), source.kind, source.label, date, excerpt, match.key)
    model = found.specific_class or BasePage
    address = found.get_url() or "/"
    return Hit(found.title, address, model.kind, model.kind_label, found.shown_date, excerpt, match.key)


def excerpt_of(found: Model, match: Match, texts: dict, marker: Marker) -> SafeString:
    """A piece of the present publication: of an index that is late only what the page itself says."""
    is_page = isinstance(found, BasePage)
    present = search_pages.publication_of(found) if is_page else sources.BY_MODEL[type(found)].written(found)
    if match.excerpt is not None and match.written == present:
        return mark_safe(match.excerpt)  # noqa: S308
    written, lead, body = texts.get(match.key, ("", "", ""))
    return marker.excerpt(f"{lead} {body}".strip() if written == present else getattr(found, "lead", ""))
