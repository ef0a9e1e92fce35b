"""manage.py rebuild_index."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from search.upkeep import needs_rebuild, rebuild


class Command(BaseCommand):
    """Builds the search index anew; searching goes on meanwhile, and no save is lost."""

    help = "Builds the search index anew. Searching goes on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--if-needed`."""
        help_text = "only if the index is empty although there are pages, or was made by another version"
        parser.add_argument("--if-needed", action="store_true", help=help_text)

    def handle(self, *args, **options) -> None:
        """Every index."""
        if not options["if_needed"] or needs_rebuild():
            rebuild(self.say)

    def say(self, engine: str, count: int) -> None:
        """One line an index."""
        self.stdout.write(_("%(engine)s: %(count)d documents") % {"engine": engine, "count": count})
