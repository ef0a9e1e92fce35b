"""Several articles in one PDF, behind a list of contents: a whole programme, or a reader's own list."""

import re
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from home.actions.qr import qr_image
from home.page.models import BasePage

from . import making, store
from .document import TooLarge, publisher_of, refuse_large
from .edition import edition_of

MAX_ARTICLES = 60
HEADING = re.compile(r"(</?h)([1-5])(?=[\s>])", re.IGNORECASE)


@dataclass(frozen=True)
class Collection:
    """Articles in their order, with a title and the address where they came from."""

    title: str
    kind_label: str
    address: str
    articles: list[BasePage]
    lead: str = ""

    @property
    def edition(self) -> str:
        """Changes with every article of the collection."""
        names = [self.title, self.lead, self.address, *(f"{page.pk} {edition_of(page)}" for page in self.articles)]
        return sha256("\n".join(names).encode()).hexdigest()[:24]


def of_program(page: BasePage) -> Collection | None:
    """The programme itself, then its news and case studies; None where nothing belongs to the page."""
    members = list(getattr(page, "collected_pages", []))
    if not members:
        return None
    articles = [page, *(member.specific for member in members[: MAX_ARTICLES - 1])]
    return Collection(page.title, page.kind_label, page.short_url, articles)


def html_of(collection: Collection) -> str:
    """The document; refuses what would take minutes."""
    if len(collection.articles) > MAX_ARTICLES:
        raise TooLarge
    first = collection.articles[0]
    with translation.override(first.locale.language_code):
        items = [{"page": page, "anchor": f"artikel-{page.pk}", "html": inner(page)} for page in collection.articles]
        html = render_to_string("pdf/collection.html", context_of(collection, first, items))
    return refuse_large(html)


def context_of(collection: Collection, first: BasePage, items: list[dict[str, Any]]) -> dict[str, Any]:
    """What the cover says."""
    dates = [page.last_published_at for page in collection.articles if page.last_published_at]
    return {
        "items": items,
        "title": collection.title,
        "lead": collection.lead,
        "kind_label": collection.kind_label,
        "language": first.locale.language_code,
        "publisher": publisher_of(first),
        "version_date": max(dates, default=timezone.now()),
        "address": collection.address,
        "qr_image": qr_image(collection.address),
    }


def inner(page: BasePage) -> SafeString:
    """The article alone, its headings one level lower: the document has a main heading of its own."""
    html = render_to_string(page.article_template, {"page": page, "self": page, "is_pdf": True})
    return mark_safe(HEADING.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", html))  # noqa: S308


def order_of(page: BasePage, collection: Collection) -> making.Order:
    """The PDF of the present state of all articles of a programme."""
    place = f"{store.COLLECTIONS}/{page.pk}"
    return making.Order(place, collection.edition, partial(html_of, collection), page.canonical_url())
