"""Matches become hits: what readers see comes from the pages as they are now, never from an index alone."""

from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe

from home.media.models import File
from home.page.models import BasePage

from . import files, kinds
from . import pages as search_pages
from .engines.base import Match
from .engines.choice import embedded
from .excerpt import Marker
from .results import Hit


def hits(matches: list[Match], marker: Marker) -> list[Hit]:
    """In the order of the matches; what is not readable any more is left out."""
    keys = [match.key for match in matches]
    known = {**pages(keys), **documents(keys)}
    texts = embedded().texts([match.key for match in matches if match.excerpt is None])
    return [hit(known[match.key], match, texts, marker) for match in matches if match.key in known]


def pages(keys: Iterable[int]) -> dict[int, BasePage]:
    """The readable pages among these keys."""
    wanted = [key for key in keys if key > 0]
    return BasePage.objects.readable().in_bulk(wanted) if wanted else {}


def documents(keys: Iterable[int]) -> dict[int, File]:
    """The public files among these keys."""
    wanted = {key for key in keys if key < 0}
    public = files.public_file_keys(wanted) if wanted else set()
    return {-file.pk: file for file in File.objects.filter(pk__in=[-key for key in public])} if public else {}


def hit(found: BasePage | File, match: Match, texts: dict, marker: Marker) -> Hit:
    """One hit."""
    excerpt = excerpt_of(found, match, texts, marker)
    if isinstance(found, File):
        label = kinds.label(kinds.DOCUMENT)
        return Hit(found.title, found.url, kinds.DOCUMENT, label, found.created_at, excerpt, match.key)
    model = found.specific_class or BasePage
    address = found.get_url() or "/"
    return Hit(found.title, address, model.kind, model.kind_label, found.shown_date, excerpt, match.key)


def excerpt_of(found: BasePage | File, match: Match, texts: dict, marker: Marker) -> SafeString:
    """A piece of the present publication: of an index that is late only what the page itself says."""
    present = found.file.name if isinstance(found, File) else search_pages.publication_of(found)
    if match.excerpt is not None and match.written == present:
        return mark_safe(match.excerpt)  # noqa: S308
    written, lead, body = texts.get(match.key, ("", "", ""))
    return marker.excerpt(f"{lead} {body}".strip() if written == present else getattr(found, "lead", ""))
