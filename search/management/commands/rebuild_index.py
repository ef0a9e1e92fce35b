"""manage.py rebuild_index."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from search.upkeep import rebuild


class Command(BaseCommand):
    """Builds the search index anew; searching goes on meanwhile, and no save is lost."""

    help = "Builds the search index anew. Searching goes on meanwhile."

    def handle(self, *args, **options) -> None:
        """Every index."""
        rebuild(self.say)

    def say(self, engine: str, count: int) -> None:
        """One line an index."""
        self.stdout.write(_("%(engine)s: %(count)d documents") % {"engine": engine, "count": count})
