"""What readers of an edition see that is not stored: words, notes, participants, meetings and results."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import F, prefetch_related_objects
from django.utils import timezone

from home.page.models import BasePage

from ..calls.counties import CountyMap, county_map
from ..calls.notes import AMOUNT, History, histories
from ..calls.results import Total, totals_in
from ..calls.status import APPLICABLE, Dates, Status
from ..calls.wording import amount_in_words, deadline_in_words, status_in_words
from .family import program_above
from .funders import funders_of

if TYPE_CHECKING:
    from home.bodies.models import Body


class EditionReading:
    """Mixed into an edition. Everything that depends on the time is asked for anew each time."""

    @property
    def dates(self) -> Dates:
        """All that its status follows from."""
        return Dates.of({field: getattr(self, field) for field in Dates.__dataclass_fields__})

    def status_at(self, at: datetime) -> Status:
        """How it stands at a moment."""
        return self.dates.status(at)

    @property
    def status(self) -> Status:
        """How it stands now."""
        return self.status_at(timezone.now())

    @property
    def is_open(self) -> bool:
        """Whether somebody may apply now."""
        return self.status in APPLICABLE

    @property
    def status_words(self) -> str:
        """How it stands now, in words."""
        return status_in_words(self.dates, timezone.now())

    @property
    def teaser_label(self) -> str:
        """What lists say of it before anything else."""
        return self.status_words

    @property
    def amount(self) -> str:
        """How much there is, in words."""
        values = {name: getattr(self, name) for name in AMOUNT}
        return amount_in_words(values, dict(self.Unit.choices), dict(self.Basis.choices))

    @property
    def deadline(self) -> str:
        """The deadline with day of the week and time."""
        return deadline_in_words(self.deadline_on, self.deadline_time) if self.deadline_on else ""

    @cached_property
    def program(self) -> BasePage:
        """The programme (ProgramPage) it belongs to, with all its calls."""
        return program_above(self)

    @property
    def other_editions(self) -> list[Any]:
        """The calls before and after it that everybody may read, the latest first."""
        return [edition for edition in self.program.editions if edition.pk != self.pk]

    @property
    def shown_run_by(self) -> "Body | None":
        """Who runs it; else who runs the programme."""
        return self.run_by or self.program.run_by

    @cached_property
    def shown_funders(self) -> list["Body"]:
        """Who funds it; else who funds the programme."""
        return funders_of(self, self.program)

    @cached_property
    def history(self) -> History:
        """When it was published, and what changed since; read once by a page that is shown."""
        units, bases = dict(self.Unit.choices), dict(self.Basis.choices)
        return histories([self.pk], timezone.now(), units, bases).get(self.pk, History(self.first_published_at))

    @cached_property
    def rows(self) -> list[Any]:
        """The participations with their municipalities, saved or not."""
        rows = list(self.participations.select_related("municipality"))
        prefetch_related_objects(rows, "municipality")
        return sorted(rows, key=lambda row: (row.municipality.name, row.quarter))

    @cached_property
    def studies(self) -> list[Any]:
        """The readable case studies that name this edition, oldest first; each once for every figure it has."""
        figures = {f"figure_{name}": F(f"figures__{name}") for name in ("label", "unit", "number")}
        found = self.case_studies.readable().annotate(**figures)
        return list(found.order_by("display_date", "pk")) if self.pk else []

    @cached_property
    def participants(self) -> list[Any]:
        """Those who take part, by name, each with its case study if everybody may read it."""
        newest = {study.municipality_id: study for study in self.studies}
        for row in self.rows:
            row.case_study = newest.get(row.municipality_id)
        return self.rows

    @property
    def county_map(self) -> CountyMap:
        """Where they lie."""
        return county_map({row.municipality for row in self.rows if row.status != "left"})

    @property
    def results(self) -> list[Total]:
        """The figures of the case studies of this edition, added up; those of other rounds are not."""
        return totals_in(study for study in self.studies if study.figure_number is not None)

    @cached_property
    def meetings(self) -> list[Any]:
        """The events of this edition in their order."""
        return list(self.events.readable().select_related("municipality").order_by("starts_at", "pk"))
