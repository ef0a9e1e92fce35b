"""The application `programs`."""

from django.apps import AppConfig


class ProgramsConfig(AppConfig):
    """Programmes, their editions, events and municipal case studies."""

    name = "programs"

    def ready(self) -> None:
        """Enrols what can be listed."""
        from home.listing.registry import enrol  # noqa: PLC0415

        from .listings import LISTINGS  # noqa: PLC0415
        from .long_lists import enrol_events  # noqa: PLC0415
        from .shelves import enrol_shelves  # noqa: PLC0415
        from .states import enrol_states  # noqa: PLC0415

        enrol_shelves()
        enrol_events()
        enrol_states()
        for listing in LISTINGS:
            enrol(listing)
