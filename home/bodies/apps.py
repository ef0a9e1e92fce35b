"""The application `home.bodies`."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    """Organisations: academy, ministry, partners and municipalities."""

    name = "home.bodies"
    label = "bodies"
