"""The application `home.demo`."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Loads the demo content that the layers offer."""

    name = "home.demo"
    label = "demo"
