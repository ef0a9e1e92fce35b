"""The application `programs`."""

from django.apps import AppConfig


class ProgramsConfig(AppConfig):
    """Programmes, their editions, events and municipal case studies."""

    name = "programs"

    def ready(self) -> None:
        """Enrols what can be listed."""
        from home.listing.registry import enrol  # noqa: PLC0415

<<<<<<< HEAD
        from .listings import LISTINGS  # noqa: PLC0415

        for listing in LISTINGS:
            enrol(listing)
=======
        from .calls.states import enrol_states  # noqa: PLC0415
        from .models import CaseStudyPage, ProgramPage  # noqa: PLC0415

        enrol_states()
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
>>>>>>> finding-part
