"""Several articles in one PDF, behind a list of contents: a whole programme, or a reader's own list."""

import re
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from home.page.models import BasePage

from . import making, store
from .document import TooLarge, masthead, publisher_of, publisher_of_site, refuse_large
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
    label: str = ""  # what is shown where the address is too long to read

    @property
    def edition(self) -> str:
        """Changes with every article of the collection."""
        names = [self.title, self.address, *(f"{page.pk} {edition_of(page)}" for page in self.articles)]
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
        "language": first.locale.language_code,
        "publisher": publisher_of_all(collection.articles),
        "version_date": max(dates, default=timezone.now()),
        **masthead(collection.kind_label, collection.address, collection.label),
    }


def publisher_of_all(articles: list[BasePage]) -> str:
    """The one body that answers for all of them; the publisher of the site where there are several."""
    publishers = {publisher_of(page) for page in articles}
    return publishers.pop() if len(publishers) == 1 else publisher_of_site(articles[0])


def inner(page: BasePage) -> SafeString:
    """The article alone, its headings one level lower: the document has a main heading of its own."""
    html = render_to_string(page.article_template, {"page": page, "self": page, "is_pdf": True})
    return mark_safe(HEADING.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", html))  # noqa: S308


def order_of(page: BasePage, collection: Collection) -> making.Order:
    """The PDF of the present state of all articles of a programme."""
    place = f"{store.COLLECTIONS}/{page.pk}"
    stands = partial(shows, page.pk, collection.edition)
    return making.Order(place, collection.edition, partial(html_of, collection), page.canonical_url(), stands)


def shows(page_id: int, edition: str) -> bool:
    """Whether everybody may read the programme and this is its present collection."""
    page = BasePage.objects.readable().filter(pk=page_id).first()
    found = page and of_program(page.specific)
    return bool(found) and found.edition == edition
