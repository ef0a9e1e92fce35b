"""The application `home.bodies`."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    """Organisations: academy, ministry, partners and municipalities."""

    name = "home.bodies"
    label = "bodies"

    def ready(self) -> None:
        """Forms find municipalities and organisations by their names."""
        from .long_lists import enrol_lists  # noqa: PLC0415

        enrol_lists()
