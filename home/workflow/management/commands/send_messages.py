"""Sends the messages whose time has come."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from home.workflow.messages.delivery import deliver_due


class Command(BaseCommand):
    """Safe to run as often as one likes, also beside the worker."""

    help = "Sends the messages of the outbox whose time has come."

    def handle(self, **options) -> None:
        """Says how many were tried."""
        self.stdout.write(f"{deliver_due(timezone.now())} Nachrichten versucht")
