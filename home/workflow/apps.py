"""The application `home.workflow`, and the only place where its signals are connected."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """How a page is approved."""

    name = "home.workflow"
    label = "workflow"

    def ready(self) -> None:
        """After all other applications: Wagtail's admin is connected before, and is silenced here."""
        from . import connections  # noqa: PLC0415

        connections.connect(self)
