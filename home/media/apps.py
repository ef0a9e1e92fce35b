"""The application `home.media`."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Images and documents, and who may read their originals."""

    name = "home.media"
    label = "media"

    def ready(self) -> None:
        """Who may look into a collection is remembered until it changes; a deleted copy leaves nothing behind."""
        from . import leftovers, private  # noqa: PLC0415

        leftovers.connect()
        private.connect()
