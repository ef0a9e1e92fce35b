"""The application `programs.portal`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The municipalities' own part of the site."""

    name = "programs.portal"
    label = "portal"
    verbose_name = _("Portal of the municipalities")

    def ready(self) -> None:
        """Wires the portal to what happens to case studies."""
        from .connections import connect  # noqa: PLC0415

        connect()
