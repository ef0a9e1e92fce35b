"""`import_municipalities FILE`: the official list, as GV100AD or CSV."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from home.bodies.official.changes import successors_of
from home.bodies.official.plan import plan_of
from home.bodies.official.reading import entries_of
from home.bodies.official.report import report
from home.bodies.official.writing import write
from home.importing.bad_file import BadFile


class Command(BaseCommand):
    """Imports all of a file or nothing of it."""

    help = "Imports the official list of municipalities (GV100AD or CSV). Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and what goes with it."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
        parser.add_argument(
            "--changes",
            type=Path,
            metavar="FILE",
            help="lines `former key;present key` of what was merged or renumbered",
        )
        parser.add_argument("--may-shrink", action="store_true", help="accept that many municipalities are missing")

    def handle(self, *args, **options) -> None:
        """Says what was done, or what is wrong with the file."""
        try:
            entries = entries_of(options["file"])
            successors = successors_of(options["changes"]) if options["changes"] else {}
            plan = plan_of(entries, successors, may_shrink=options["may_shrink"])
        except BadFile as error:
            raise CommandError(error.refusal) from None
        lines = list(report(plan))
        if options["dry_run"]:
            lines.append(_("This was a trial: nothing was changed."))
        else:
            days = [entry.as_of for entry in entries if entry.as_of]
            write(plan, max(days, default=timezone.localdate()))
        self.stdout.write("\n".join(lines))
