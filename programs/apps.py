"""The application `programs`."""

from django.apps import AppConfig
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    """Programmes and municipal case studies."""

    name = "programs"

    def ready(self) -> None:
        """Enrols programmes, open calls, case studies and events for lists and the home page."""
        from home.listing.registry import Listing, enrol  # noqa: PLC0415

        from .models import CaseStudyPage, EditionPage, EventPage, ProgramPage  # noqa: PLC0415

        enrol(
            Listing(
                key="programme",
                label=_("Programmes"),
                find=lambda: ProgramPage.objects.readable().order_by("title"),
                index_model="programs.ProgramIndexPage",
                order=20,
                on_home_page=4,
            )
        )
        enrol(
            Listing(
                key="case_study",
                label=_("Case studies"),
                find=lambda: CaseStudyPage.objects.readable().newest_first().select_related("municipality"),
                index_model="programs.CaseStudyIndexPage",
                order=30,
            )
        )
        enrol(
            Listing(
                key="edition",
                label=_("Open calls"),
                find=lambda: EditionPage.objects.readable().open_at(timezone.now()).first_deadline_first(),
                index_model="programs.ProgramIndexPage",
                below="offen/",
                order=15,
            )
        )
        enrol(
            Listing(
                key="event",
                label=_("Events"),
                find=lambda: EventPage.objects.readable().coming(timezone.now()).select_related("municipality"),
                index_model="programs.EventIndexPage",
                order=40,
            )
        )
