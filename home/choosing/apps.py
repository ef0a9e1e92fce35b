"""The application `home.choosing`."""

from django.apps import AppConfig


class ChoosingConfig(AppConfig):
    """Choosing several entries of a long list."""

    name = "home.choosing"
    label = "choosing"

    def ready(self) -> None:
        """All forms of the admin show relations to several in this way."""
        from modelcluster.fields import ParentalManyToManyField  # noqa: PLC0415
        from wagtail.admin.forms.models import register_form_field_override  # noqa: PLC0415

        from .field import several_of  # noqa: PLC0415

        register_form_field_override(ParentalManyToManyField, override=several_of)
