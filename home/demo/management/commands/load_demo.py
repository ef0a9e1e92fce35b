"""`load_demo`: demo accounts and demo content, once."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from home.demo import accounts, chapters, guard


class Command(BaseCommand):
    """Loads what is missing of the demo; what people changed stays as it is."""

    help = "Loads demo accounts and demo content. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--articles N`."""
        parser.add_argument(
            "--articles", type=int, metavar="N", help="bring the total of generated articles to N, for trying loads"
        )

    def handle(self, *args, **options) -> None:
        """Asks the guard first."""
        if refusal := guard.refusal():
            raise CommandError(refusal)
        with translation.override(settings.LANGUAGE_CODE):
            password = accounts.set_up_accounts()
            chapters.load_all()
            if options["articles"] is not None:
                new = chapters.generate_articles(options["articles"])
                self.stdout.write(f"Erzeugte Artikel: {new} neu, {options['articles']} insgesamt.")
        self.say(password)

    def say(self, password: str) -> None:
        """Where to look, and who can log in."""
        address = os.environ.get("AUSHANG_BASE_URL", settings.BASE_URL)
        self.stdout.write(f"\nWebsite        {address}/\nRedaktion      {address}/admin/\n")
        self.stdout.write(f"Bausteine      {address}/styleguide/\n\nKonten der Demo (Kennwort: {password})")
        for account in accounts.ACCOUNTS:
            role = account.role.name if account.role else ""
            if account.is_superuser:
                role = "Administration"
            self.stdout.write(f"  {account.username:<12} {role or 'Kommune, ohne Zugang zur Redaktion'}")
