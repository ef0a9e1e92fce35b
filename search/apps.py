"""The application `search`."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Finding."""

    name = "search"
    label = "search"
