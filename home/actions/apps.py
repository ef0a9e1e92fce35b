"""The application `home.actions`."""

from django.apps import AppConfig


class ActionsConfig(AppConfig):
    """What a reader can do with an article."""

    name = "home.actions"
    label = "actions"

    def ready(self) -> None:
        """Ties the life of a PDF to the life of its page."""
        from .pdf import events  # noqa: PLC0415

        events.connect()
