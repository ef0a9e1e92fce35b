"""Writes the reminders whose day has come."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from home.workflow.reminding import round_due


class Command(BaseCommand):
    """Safe to run as often as one likes; once a day is meant."""

    help = "Schreibt fällige Erinnerungen; mehrfach ausgeführt, schreibt es jede nur einmal."

    def handle(self, **options) -> None:
        """Says how many were written."""
        answers = round_due.send(sender=Command, at=timezone.now())
        self.stdout.write(f"{sum(count or 0 for _receiver, count in answers)} Erinnerungen geschrieben")
