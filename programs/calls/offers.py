"""The open calls, as page, Atom and JSON show them: one question, so that the three always agree."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings

from home.page.models import BasePage

from .notes import History, histories
from .status import Status


@dataclass(frozen=True)
class Offer:
    """An edition for which somebody may apply at a moment."""

    edition: BasePage  # EditionPage
    program: BasePage  # ProgramPage
    status: Status
    history: History

    @property
    def url(self) -> str:
        """Its absolute address."""
        return self.edition.canonical_url()

    @property
    def published_at(self) -> datetime | None:
        """When readers saw it first."""
        return self.history.published_at or self.edition.first_published_at

    @property
    def updated_at(self) -> datetime | None:
        """The last change that matters."""
        return self.history.updated_at or self.published_at


def open_offers(at: datetime) -> list[Offer]:
    """All open calls, the next deadline first; a number of queries that does not grow."""
    model = apps.get_model("programs.EditionPage")
    found = model.objects.readable().open_at(at).first_deadline_first()
    editions = list(found.select_related("owner_body", "run_by").prefetch_related("funders"))
    programs = programs_of(editions)
    known = histories([edition.pk for edition in editions], at, dict(model.Unit.choices), dict(model.Basis.choices))
    offers = []
    for edition in editions:
        edition.program = programs[edition.path[: -model.steplen]]
        history = known.get(edition.pk, History(edition.first_published_at))
        offers.append(Offer(edition, edition.program, edition.status_at(at), history))
    return offers


def programs_of(editions: list[BasePage]) -> dict[str, BasePage]:
    """The programmes above, by their place in the tree."""
    paths = {edition.path[: -edition.steplen] for edition in editions}
    found = (
        apps.get_model("programs.ProgramPage")
        .objects.filter(path__in=paths)
        .select_related("run_by")
        .prefetch_related("funders")
    )
    return {program.path: program for program in found}


def as_data(offer: Offer) -> dict[str, Any]:
    """A call for machines. Times carry their zone, keys are English, texts are those of the page."""
    edition, closes = offer.edition, offer.edition.dates.closes_at
    return {
        "url": offer.url,
        "id": edition.short_url,
        "title": edition.title,
        "lead": edition.lead,
        "programme": {"title": offer.program.title, "url": offer.program.canonical_url()},
        "status": offer.status.value,
        "opens_on": edition.opens_on,
        "deadline_on": edition.deadline_on,
        "deadline_time": edition.deadline_time and edition.deadline_time.isoformat("minutes"),
        "closes_at": closes and closes.isoformat(),
        "time_zone": settings.TIME_ZONE,
        "starts_on": edition.starts_on,
        "ends_on": edition.ends_on,
        "support": edition.support,
        "amount": amount_as_data(edition),
        "places": edition.places,
        "eligible": list(edition.eligible),
        "run_by": str(edition.shown_run_by or ""),
        "funded_by": [body.name for body in edition.shown_funders],
        "apply_url": edition.apply_url,
        "contact": edition.contact,
        "published": offer.published_at,
        "updated": offer.updated_at,
        "changes": [
            {"at": note.at, "what": str(note.what), "before": note.before, "now": note.now}
            for note in offer.history.notes
        ],
    }


def amount_as_data(edition: BasePage) -> dict[str, Any] | None:
    """From, to, unit and for whom; nothing where no amount is given."""
    if edition.amount_from is None and edition.amount_to is None:
        return None
    return {
        "from": edition.amount_from,
        "to": edition.amount_to,
        "unit": edition.amount_unit,
        "basis": edition.amount_basis,
        "text": edition.amount,
    }
