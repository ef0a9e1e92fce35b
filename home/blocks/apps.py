"""The application `home.blocks`."""

from django.apps import AppConfig


class BlocksConfig(AppConfig):
    """The building blocks of a body."""

    name = "home.blocks"
    label = "blocks"
