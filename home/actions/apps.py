"""The application `home.actions`."""

from django.apps import AppConfig


class ActionsConfig(AppConfig):
    """What a reader can do with an article."""

    name = "home.actions"
    label = "actions"
