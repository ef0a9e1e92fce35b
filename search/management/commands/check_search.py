"""manage.py check_search."""

import sys

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from search import fruitless, upkeep
from search.engines.base import Engine
from search.engines.choice import all_engines


class Command(BaseCommand):
    """Compares the search index with the pages, says what differs, and repairs it."""

    help = "Finds and repairs differences between the search index and the pages."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--dry-run`."""
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what differs; exit code 1 if anything does"
        )

    def handle(self, *args, **options) -> None:
        """Every index."""
        fruitless.write_down()
        drifts = [self.check_engine(engine, repair=not options["dry_run"]) for engine in all_engines()]
        if options["dry_run"] and any(drift.keys for drift in drifts):
            sys.exit(1)

    def check_engine(self, engine: Engine, repair: bool) -> upkeep.Drift:
        """One index."""
        found = upkeep.drift(engine)
        numbers = {"missing": len(found.missing), "outdated": len(found.outdated), "surplus": len(found.surplus)}
        sentence = _("%(engine)s: %(missing)d missing, %(outdated)d outdated, %(surplus)d too many.")
        self.stdout.write(sentence % {"engine": engine.name, **numbers})
        if upkeep.mismatch(engine):
            self.stdout.write(_("The index was made by another version of the analysis; please run rebuild_index."))
        if repair and found.keys:
            upkeep.repair(found)
            self.stdout.write(_("Repaired."))
        return found
