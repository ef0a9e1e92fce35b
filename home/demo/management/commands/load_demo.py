"""`load_demo`: demo accounts and demo content, once."""

from argparse import ArgumentTypeError

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from home.demo import accounts, chapters, guard


def count(text: str) -> int:
    """A number of articles."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(_("“%(text)s” is not a number of articles.") % {"text": text})
    return int(text)


class Command(BaseCommand):
    """Loads what is missing of the demo; what people changed stays as it is."""

    help = "Loads demo accounts and demo content. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--articles N`."""
        help_text = "bring the total of generated articles to N, for trying loads"
        parser.add_argument("--articles", type=count, metavar="N", help=help_text)

    def handle(self, *args, **options) -> None:
        """Asks the guard first."""
        if refusal := guard.refusal():
            raise CommandError(refusal)
        with translation.override(settings.LANGUAGE_CODE):
            password = accounts.set_up_accounts()
            chapters.load_all()
            self.bring_articles_to(options["articles"])
            self.say(password)

    def bring_articles_to(self, total: int | None) -> None:
        """Generates articles, or removes generated ones, and says how many."""
        if total is None:
            return
        change = chapters.generate_articles(total)
        self.stdout.write(
            _("Generated articles: %(total)d in all, %(change)+d in this run.") % {"total": total, "change": change}
        )

    def say(self, password: str) -> None:
        """Where to look, and who can log in."""
        labels = {"": _("Website"), "admin/": _("Editors’ desk"), "styleguide/": _("Style guide")}
        lines = [f"{label + ':':<20} {settings.BASE_URL}/{path}" for path, label in labels.items()]
        lines += ["", _("Demo accounts, all with the password “%(password)s”:") % {"password": password}]
        lines += [f"  {account.username:<12} {account.description}" for account in accounts.ACCOUNTS]
        self.stdout.write("\n".join(lines))
