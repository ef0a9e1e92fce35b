"""A list of pages with filters in the address: `?thema=`, `?jahr=`, `?seite=`. Works without script."""

import hashlib
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from home.page.models import Subject
from home.page.refusals import NothingThere

FILTERS_SECONDS = 60


@dataclass(frozen=True)
class FilteredList:
    """One page of a list, and what it is filtered by."""

    page: Page
    subject: Subject | None
    year: int | None
    subjects: list[Subject]
    years: list[int]
    query: str
    # Where the whole list is, seen from a year of its archive; empty: here.
    whole: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is in force."""
        return bool(self.subject or self.year)


def filtered(pages: QuerySet, request: HttpRequest, year: int | None = None, whole: str = "") -> FilteredList:
    """The part of `pages` that the address asks for, newest first. Unknown values are a 404 with a sentence.

    For a year of the archive, `year` is given, and `whole` is the address of the whole list.
    """
    subject, in_path = chosen_subject(request), year is not None
    year = year if in_path else chosen_year(request)
    years, subjects = offered_filters(pages, whole or request.path)
    if subject:
        pages = pages.about(subject)
    if year:
        pages = pages.filter(display_date__year=year)
    chosen = {"thema": subject and subject.slug, "jahr": None if in_path else year}
    return FilteredList(
        page=loaded(pages, numbered(pages.newest_first().values_list("pk", flat=True), request)),
        subject=subject,
        year=year,
        subjects=subjects,
        years=years,
        query=urlencode({key: value for key, value in chosen.items() if value}),
        whole=whole,
    )


def offered_filters(pages: QuerySet, name: str) -> tuple[list[int], list[Subject]]:
    """Years and subjects that occur; looked up in the whole list at most once a minute."""

    def look_up() -> tuple[list[int], list[Subject]]:
        years = [date.year for date in pages.datetimes("display_date", "year", order="DESC")]
        return years, list(Subject.objects.filter(pages__in=pages.order_by()).distinct())

    digest = hashlib.sha256(name.encode()).hexdigest()
    return cache.get_or_set(f"listing.filters.{digest}", look_up, FILTERS_SECONDS)


def loaded(pages: QuerySet, page: Page) -> Page:
    """The page with its entries in place of their keys: only these few are read whole, however long the list is."""
    page.object_list = list(pages.filter(pk__in=list(page.object_list)).newest_first().with_teasers())
    return page


def numbered(items, request: HttpRequest, size: int | None = None) -> Page:
    """The page `?seite=` of anything that can be counted and sliced."""
    number = request.GET.get("seite") or "1"
    try:
        return Paginator(items, size or settings.AUSHANG_PAGE_SIZE).page(number)
    except InvalidPage:
        raise NothingThere(_("This list has no page “%(number)s”.") % {"number": number[:20]}) from None


def chosen_subject(request: HttpRequest) -> Subject | None:
    """The subject `?thema=`."""
    slug = request.GET.get("thema")
    if not slug:
        return None
    subject = Subject.objects.filter(slug=slug).first() if "\x00" not in slug else None
    if subject is None:
        raise NothingThere(_("There is no subject “%(slug)s”.") % {"slug": slug[:40]})
    return subject


def chosen_year(request: HttpRequest) -> int | None:
    """The year `?jahr=`: four digits."""
    year = request.GET.get("jahr")
    if not year:
        return None
    if not (len(year) == 4 and year.isascii() and year.isdigit() and year > "1000"):  # noqa: PLR2004
        raise NothingThere(_("“%(year)s” is not a year.") % {"year": year[:20]})
    return int(year)
