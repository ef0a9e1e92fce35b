"""What readers of a programme see of what hangs off it: editions, events, participants, results, news, case studies."""

from functools import cached_property
from typing import Any

from django.apps import apps
from django.http import HttpRequest

from home.page.models import BasePage
from home.page.queryset import load_teasers

from ..calls.counties import CountyMap, county_map
from ..calls.results import Total, totals_of

MOST_SHOWN = 6


class ProgramReading:
    """Mixed into a programme."""

    @cached_property
    def editions(self) -> list[Any]:
        """All calls that everybody may read, the latest first."""
        found = apps.get_model("programs.EditionPage").objects.child_of(self).readable()
        editions = list(found.newest_round_first())
        for edition in editions:
            edition.program = self
        return editions

    @property
    def open_editions(self) -> list[Any]:
        """Those for which somebody may apply now, the next deadline first."""
        found = [edition for edition in self.editions if edition.is_open]
        return sorted(found, key=lambda edition: (edition.deadline_on is None, edition.deadline_on, edition.pk))

    @cached_property
    def newest_events(self) -> list[Any]:
        """Its events, those furthest ahead first."""
        found = self.events.readable().order_by("-starts_at", "-pk").select_related("municipality")
        return list(found[: 2 * MOST_SHOWN])

    @property
    def coming_events(self) -> list[Any]:
        """What is to come, the next one first."""
        return [event for event in reversed(self.newest_events) if not event.is_over]

    @property
    def past_events(self) -> list[Any]:
        """What has been, the last one first."""
        return [event for event in self.newest_events if event.is_over][:MOST_SHOWN]

    @cached_property
    def municipalities(self) -> list[Any]:
        """Who takes or took part, in whatever edition, by name."""
        rows = apps.get_model("programs.Participation").objects.filter(edition__in=[page.pk for page in self.editions])
        rows = rows.exclude(status="left").order_by().select_related("municipality")
        return sorted({row.municipality for row in rows}, key=lambda place: (place.name, place.pk))

    @property
    def county_map(self) -> CountyMap:
        """Where they lie."""
        return county_map(self.municipalities)

    @cached_property
    def results(self) -> list[Total]:
        """The figures of all case studies, added up."""
        return totals_of(self.case_studies.readable())

    @cached_property
    def shelves(self) -> tuple[list[Any], list[Any]]:
        """The newest articles and case studies that everybody may read, with what their teasers show."""
        articles = self.articles.readable().newest_first()
        studies = self.case_studies.readable().newest_first().select_related("municipality")
        return load_teasers(articles[:MOST_SHOWN], studies[:MOST_SHOWN], around=self)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The page and its teasers show pictures and subjects; they are asked for at once."""
        self.shelves  # noqa: B018
        return super().get_context(request, *args, **kwargs)

    @property
    def readable_articles(self) -> list[Any]:
        """The news about this programme."""
        return self.shelves[0]

    @property
    def readable_case_studies(self) -> list[Any]:
        """The case studies of this programme."""
        return self.shelves[1]

    @property
    def collected_pages(self) -> list[BasePage]:
        """All that belongs to the programme, for its collected PDF: editions, news, case studies, oldest first."""
        related = (self.articles, self.case_studies)
        members = [page for pages in related for page in reversed(pages.readable().newest_first())]
        return [*reversed(self.editions), *members]
