"""The application `programs`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgramsConfig(AppConfig):
    """Programmes and municipal case studies."""

    name = "programs"

    def ready(self) -> None:
        """Enrols programmes and case studies for lists and the home page."""
        from home.listing.registry import Listing, enrol  # noqa: PLC0415

        from .models import CaseStudyPage, ProgramPage  # noqa: PLC0415
        from .shelves import enrol_shelves  # noqa: PLC0415

        enrol_shelves()
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
