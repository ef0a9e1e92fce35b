"""What there is about a municipality: its case studies, the rounds it takes part in, and what happens there."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from home.bodies.models import Municipality
from home.listing.places import Shelf, enrol_shelf

from .models import CaseStudyPage, EditionPage, EventPage


def case_studies(towns: QuerySet[Municipality]) -> QuerySet:
    """Its own and those it shared in."""
    further = CaseStudyPage.further_municipalities.through.objects.filter(municipality__in=towns)
    own = Q(municipality__in=towns) | Q(pk__in=further.values("casestudypage"))
    return CaseStudyPage.objects.readable().filter(own).newest_first().select_related("municipality")


def editions(towns: QuerySet[Municipality]) -> QuerySet:
    """The rounds of programmes in which it takes part."""
    named = EditionPage.participations.rel.related_model.objects.filter(municipality__in=towns)
    return EditionPage.objects.readable().filter(pk__in=named.values("edition")).newest_first()


def events(towns: QuerySet[Municipality]) -> QuerySet:
    """What happens there, latest first."""
    return EventPage.objects.readable().filter(municipality__in=towns).order_by("-starts_at", "-pk")


def towns_with_editions() -> QuerySet:
    """Whoever takes part in a round that can be read."""
    return EditionPage.objects.readable().filter(participations__isnull=False).values("participations__municipality")


def enrol_shelves() -> None:
    """Called when the app is ready."""
    studies, meetings = CaseStudyPage.objects, EventPage.objects
    enrol_shelf(
        Shelf("case_study", _("Case studies"), case_studies, lambda: studies.readable().values("municipality"), 10)
    )
    enrol_shelf(Shelf("edition", _("Programmes"), editions, towns_with_editions, 20))
    enrol_shelf(
        Shelf(
            "event",
            _("Events"),
            events,
            lambda: meetings.readable().exclude(municipality=None).values("municipality"),
            40,
        )
    )
