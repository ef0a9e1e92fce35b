"""The application `search`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    """Finding."""

    name = "search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Shipped words once the tables are there; the index follows what happens to pages; lists may ask for words."""
        from modelsearch.index import get_indexed_models  # noqa: PLC0415

        from home.listing.conditions import enrol_finder  # noqa: PLC0415

        from . import events, health  # noqa: F401, PLC0415
        from .finder import keys_of  # noqa: PLC0415
        from .seeds import fill_empty_tables  # noqa: PLC0415

        post_migrate.connect(fill_empty_tables, sender=self, dispatch_uid="search.seeds")
        events.connect()
        enrol_finder(keys_of)
        # The admin's search asks the tables themselves: no save needs a task that writes an index for it.
        for model in get_indexed_models():
            model.search_auto_update = False
