"""A list of pages with filters in the address: `?thema=`, `?jahr=`, `?seite=`. Works without script."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from home.page.models import Subject
from home.page.refusals import NothingThere


@dataclass(frozen=True)
class FilteredList:
    """One page of a list, and what it is filtered by."""

    page: Page
    subject: Subject | None
    year: int | None
    subjects: list[Subject]
    years: list[int]
    query: str

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is in force."""
        return bool(self.subject or self.year)


def filtered(pages: QuerySet, request: HttpRequest) -> FilteredList:
    """The part of `pages` that the address asks for, newest first. Unknown values are a 404 with a sentence."""
    subject, year = chosen_subject(request), chosen_year(request)
    years = [date.year for date in pages.datetimes("display_date", "year", order="DESC")]
    subjects = list(Subject.objects.filter(pages__in=pages.order_by()).distinct())
    if subject:
        pages = pages.about(subject)
    if year:
        pages = pages.filter(display_date__year=year)
    chosen = {"thema": subject and subject.slug, "jahr": year}
    return FilteredList(
        page=numbered(pages.newest_first().with_teasers(), request),
        subject=subject,
        year=year,
        subjects=subjects,
        years=years,
        query=urlencode({key: value for key, value in chosen.items() if value}),
    )


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
