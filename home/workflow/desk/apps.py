"""The application `home.workflow.desk`."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The screens of approval in the admin."""

    name = "home.workflow.desk"
    label = "desk"

    def ready(self) -> None:
        """Workflows are protected while in use, and from steps without our rules, by whatever road."""
        from . import in_use, own_steps  # noqa: PLC0415

        in_use.connect()
        own_steps.connect()
