"""The application `home.page`."""

from django.apps import AppConfig


class PageConfig(AppConfig):
    """What every page has."""

    name = "home.page"
    label = "page"

    def ready(self) -> None:
        """A page without a date of its own shows the day of its first release."""
        from wagtail.signals import page_published  # noqa: PLC0415

        from .dating import date_at_first_release  # noqa: PLC0415

        page_published.connect(date_at_first_release, dispatch_uid="page.date_at_first_release")
