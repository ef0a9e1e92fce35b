"""The application `home.media`."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Images and documents, and who may read their originals."""

    name = "home.media"
    label = "media"
