"""The application `home.page`."""

from django.apps import AppConfig


class PageConfig(AppConfig):
    """What every page has."""

    name = "home.page"
    label = "page"

    def ready(self) -> None:
        """Pages without a date show the day of their first release; restrictions are asked once a request."""
        from wagtail.signals import page_published  # noqa: PLC0415

        from . import closed  # noqa: PLC0415
        from .dating import date_at_first_release  # noqa: PLC0415

        closed.connect()
        page_published.connect(date_at_first_release, dispatch_uid="page.date_at_first_release")
