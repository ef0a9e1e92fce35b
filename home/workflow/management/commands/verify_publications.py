"""Proves that readers see what was approved, and that nobody changed the record."""

import re
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from home.workflow.models import Head
from home.workflow.record import chain, proof

MOST_FAULTS = 20
HEAD = re.compile(r"^([0-9a-f]{64}):([0-9]{1,18})$")


class Command(BaseCommand):
    """Reads only. Ends with 1 if anything deviates."""

    help = "Vergleicht jede veröffentlichte Seite mit ihrer Freigabe und prüft die Kette der Akte."

    def add_arguments(self, parser: CommandParser) -> None:
        """The head of an earlier run, and whether files are read."""
        parser.add_argument("--head", metavar="HASH:NUMMER", help="Kopf der Kette aus einem früheren Lauf")
        parser.add_argument(
            "--read-files",
            action="store_true",
            help="liest Bilder und Dokumente selbst, nicht nur ihre gespeicherten Prüfsummen",
        )

    def handle(self, **options: Any) -> None:
        """The chain first, then the pages: an entry proves nothing in a chain that was tampered with."""
        with translation.override(settings.LANGUAGE_CODE):
            sound = self.chain_is_sound(known_head(options["head"]))
            proven = self.pages_are_proven(options["read_files"], options["verbosity"])
            self.stdout.write(_("Head: %(head)s") % {"head": chain.head()})
        if not (sound and proven):
            raise SystemExit(1)

    def chain_is_sound(self, known: Head | None) -> bool:
        """Walks the chain and says what is wrong with it."""
        count = 0
        for count, fault in enumerate(chain.faults(known), start=1):
            self.stderr.write(fault)
            if count == MOST_FAULTS:
                break
        if not count:
            self.stdout.write(
                _("The record is complete and unchanged: %(count)d entries.") % {"count": chain.head().number}
            )
        return not count

    def pages_are_proven(self, read_files: bool, verbosity: int) -> bool:
        """Says one line for every page, then how many there are of each standing."""
        counts = dict.fromkeys(proof.Standing, 0)
        for found in proof.findings(read_files):
            counts[found.standing] += 1
            deviates = found.standing == proof.Standing.DEVIATES
            if verbosity or deviates:
                line = f"{found.page.pk}\t{found.standing.label}\t{found.page.title}"
                (self.stderr if deviates else self.stdout).write(f"{line}: {found.why}" if found.why else line)
        for standing, count in counts.items():
            self.stdout.write(f"{count:>7} {standing.label}")
        return not counts[proof.Standing.DEVIATES]


def known_head(text: str | None) -> Head | None:
    """The head that somebody kept."""
    if not text:
        return None
    if not (match := HEAD.match(text)):
        raise CommandError(_("A head looks like HASH:NUMBER, as this command prints it."))
    return Head(hash=match[1], number=int(match[2]))
