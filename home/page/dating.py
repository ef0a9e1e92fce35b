"""The date readers see."""

from typing import Any


def date_at_first_release(sender: type, instance: Any, **kwargs) -> None:
    """Fills an empty date in the table only; the editors' version keeps it empty."""
    if instance.display_date is None and instance.first_published_at:
        instance.base_page_model.objects.filter(pk=instance.pk).update(display_date=instance.first_published_at)
