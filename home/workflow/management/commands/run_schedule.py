"""Does what the clock brings, minute by minute, in one process."""

import logging
import time
from io import StringIO

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

logger = logging.getLogger(__name__)
COMMANDS = ("publish_scheduled", "send_reminders", "send_messages")


class Command(BaseCommand):
    """Takes the place of three timers; each of the commands may also be run by itself at any time."""

    help = "Does what the clock brings, every minute: publishes, reminds, sends."

    def add_arguments(self, parser: CommandParser) -> None:
        """How often."""
        parser.add_argument("--every", type=int, default=60, metavar="SECONDS")
        parser.add_argument("--once", action="store_true", help="one round, for a timer of your own")

    def handle(self, *, every: int, once: bool, **options) -> None:
        """Round after round, until the process is ended; a page or mail under way is then as if never begun."""
        while True:
            for command in COMMANDS:
                attempt(command)
            if once:
                return
            time.sleep(every)
            close_old_connections()


def attempt(command: str) -> None:
    """What fails is noted and tried again in the next round; it holds up nothing else."""
    try:
        call_command(command, verbosity=0, stdout=StringIO())
    except (Exception, SystemExit):
        logger.exception(command)
