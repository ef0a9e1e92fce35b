"""`import_articles FILE`: articles from elsewhere, as JSON lines."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from home.importing.bad_file import BadFile
from news import importers


class Command(BaseCommand):
    """Imports all of a file or nothing of it."""

    help = "Imports articles from JSON lines (slug, title, date, lead, body_html, subjects). Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args, **options) -> None:
        """Says what was done, or what is wrong with the file."""
        try:
            outcomes, kept = importers.import_file(options["file"])
        except BadFile as error:
            raise CommandError(error.refusal) from None
        self.stdout.write(
            _("New: %(new)d, changed: %(changed)d, unchanged: %(unchanged)d.")
            % {name: outcomes[name] for name in (importers.NEW, importers.CHANGED, importers.UNCHANGED)}
        )
        if kept:
            self.stdout.write(
                _("Edited or withdrawn here since and left as they are: %(slugs)s.") % {"slugs": ", ".join(kept)}
            )
