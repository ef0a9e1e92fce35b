"""A question that editors store: which pages, in which order, how many. Only what everybody may read answers it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Coalesce, Lower
from django.utils import timezone
from wagtail.models import get_page_models

from home.bodies.models import Municipality
from home.page.models import BasePage, Subject

from . import conditions, registry, relations

MOST_FOUND = 500
# The orders there are. Only the best fitting one needs a text.
NEWEST, OLDEST, SOONEST, TITLE, FITTING = "newest", "oldest", "soonest", "title", "fitting"


@dataclass(frozen=True)
class StoredQuery:
    """All conditions must be fulfilled; an empty one is none."""

    kinds: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    section: BasePage | None = None
    # How many levels below the section; 0: all.
    depth: int = 0
    since: date | None = None
    until: date | None = None
    # Dates from so many days ago on, and until so many days ahead.
    days_back: int | None = None
    days_ahead: int | None = None
    municipality: Municipality | None = None
    program: BasePage | None = None
    state: str = ""
    text: str = ""
    sort: str = NEWEST
    limit: int | None = None
    excluded: tuple[int, ...] = field(default=())

    def keys(self, at: datetime | None = None) -> QuerySet:
        """The keys of the answers in order."""
        at = at or timezone.now()
        found = BasePage.objects.readable().filter(content_type__in=self.types)
        for condition in (self.belongs, self.lies, self.dated(at), self.stands(at)):
            found = found.filter(condition)
        if self.excluded:
            found = found.exclude(pk__in=self.excluded)
        for subject in self.subjects[:1]:
            found = found.filter(
                pk__in=subject.pages.through.objects.filter(subject__in=self.subjects).values("basepage")
            )
        found = self.ordered(found).values_list("pk", flat=True)
        return found[: self.limit] if self.limit else found

    def pages(self, first: int = 0, count: int | None = None, at: datetime | None = None) -> list[BasePage]:
        """The answers with all that teasers need: three questions, however many there are."""
        keys = self.keys(at)[first : first + count] if count else self.keys(at)
        return with_kinds(self.ordered(listed(pk__in=keys)))

    @property
    def types(self) -> list[int]:
        """The page types of the kinds; without kinds all that are enrolled for lists."""
        kinds = set(self.kinds) or {listing.key for listing in registry.listings()}
        models = [model for model in get_page_models() if model.kind in kinds]
        return [found.pk for found in ContentType.objects.get_for_models(*models, for_concrete_models=False).values()]

    @property
    def belongs(self) -> Q:
        """To a municipality, and to a programme: the programme itself, what lies below it and what names it."""
        condition = Q()
        if self.municipality:
            condition &= Q(pk__in=relations.pages_of([self.municipality.pk], Municipality))
        if self.program:
            named = relations.pages_of([self.program.pk], self.program.specific_class)
            condition &= Q(pk__in=named) | Q(path__startswith=self.program.path)
        return condition

    @property
    def lies(self) -> Q:
        """Below a section, so many levels deep."""
        if not self.section:
            return Q()
        below = Q(path__startswith=self.section.path, depth__gt=self.section.depth)
        return below & Q(depth__lte=self.section.depth + self.depth) if self.depth else below

    def dated(self, at: datetime) -> Q:
        """Between absolute dates, and between dates that move with today; each day counts as a whole."""
        today, condition = timezone.localdate(at), Q()
        first = [self.since, self.days_back is not None and today - timedelta(days=self.days_back)]
        last = [self.until, self.days_ahead is not None and today + timedelta(days=self.days_ahead)]
        for day in filter(None, first):
            condition &= Q(display_date__gte=start_of(day))
        for day in filter(None, last):
            condition &= Q(display_date__lt=start_of(day + timedelta(days=1)))
        return condition

    def stands(self, at: datetime) -> Q:
        """In a state, e.g. a call that is open or an event that is to come; and found by a text."""
        condition = Q()
        if self.state:
            state = conditions.state_of(self.state)
            condition &= Q(pk__in=state.keys(at)) if state else Q(pk__in=[])
        if self.text:
            condition &= Q(pk__in=self.found)
        return condition

    @property
    def found(self) -> list[int]:
        """The keys that the search finds for the text."""
        return [key for key in conditions.find(self.text, MOST_FOUND) if key > 0]

    def ordered(self, pages: QuerySet) -> QuerySet:
        """By date, by what takes place first, by title, or as the search finds them; the key decides between equals."""
        if self.sort == FITTING and self.text:
            place = Case(*(When(pk=key, then=place) for place, key in enumerate(self.found)), default=MOST_FOUND)
            return pages.order_by(place, "-pk")
        soonest = Coalesce(conditions.taking_place(), "display_date")
        orders = {OLDEST: ["display_date", "pk"], SOONEST: [soonest, "pk"], TITLE: [Lower("title"), "pk"]}
        return pages.order_by(*orders.get(self.sort, ["-display_date", "-pk"]))


def loaded(keys: list[int]) -> list[BasePage]:
    """These pages in this order with their teasers, each saying of what kind it is."""
    known = {page.pk: page for page in listed(pk__in=keys)} if keys else {}
    return with_kinds(known[key] for key in keys if key in known)


def listed(**which: Any) -> QuerySet:
    """Pages with their teasers, and when that takes place what they tell of."""
    return BasePage.objects.filter(**which).with_teasers().annotate(takes_place_at=conditions.taking_place())


def with_kinds(pages: Iterable[BasePage]) -> list[BasePage]:
    """The pages, each saying of what kind it is, and with the date for lists: of an event its own."""
    found = list(pages)
    for page in found:
        page.kind, page.kind_label = page.specific_class.kind, page.specific_class.kind_label
        page.listed_date = page.takes_place_at or page.shown_date
    return found


def start_of(day: date) -> datetime:
    """The first moment of a day."""
    return timezone.make_aware(datetime.combine(day, time.min))
