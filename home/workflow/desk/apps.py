"""The application `home.workflow.desk`."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The screens of approval in the admin."""

    name = "home.workflow.desk"
    label = "desk"

    def ready(self) -> None:
        """Workflows in use are protected, by whatever road somebody changes them."""
        from . import in_use  # noqa: PLC0415

        in_use.connect()
