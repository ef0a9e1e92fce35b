"""The application `home`."""

from django.apps import AppConfig, apps


class HouseConfig(AppConfig):
    """The house: what every page is, how it is approved, what can be done with it."""

    name = "home"
    label = "home"

    def ready(self) -> None:
        """After a migration, a fresh database gets its start page; the workflow's turn comes last of all."""
        from django.db.models.signals import post_migrate  # noqa: PLC0415

        from .installation import set_up_site  # noqa: PLC0415

        last = apps.get_app_config("workflow")
        post_migrate.connect(set_up_site, sender=last, dispatch_uid="home.installation")
