"""Puts texts online and takes pages offline whose date has come. Takes the place of Wagtail's command."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from wagtail.models import Revision

from home.page.models import BasePage
from home.workflow import transitions

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Each page in a transaction of its own: what goes wrong with one holds nobody else up. Safe to run twice."""

    help = "Veröffentlicht freigegebene Texte zu ihrem Termin und nimmt abgelaufene Seiten offline."

    def add_arguments(self, parser: CommandParser) -> None:
        """Only look."""
        parser.add_argument("--dryrun", action="store_true", help="zeigt nur, was zu tun wäre")

    def handle(self, **options: Any) -> None:
        """First what ends, then what begins."""
        at, failed = timezone.now(), 0
        for sentence, title, deed in due(at):
            if options["verbosity"] or options["dryrun"]:
                self.stdout.write(f"{sentence}: {title}")
            failed += not options["dryrun"] and not worked(deed)
        if failed:
            raise SystemExit(1)


def due(at: datetime) -> list[tuple[str, str, Callable[[], bool]]]:
    """What is to be done at this moment, in the order of the dates."""
    ending = BasePage.objects.filter(live=True, expire_at__lte=at).order_by("expire_at", "pk")
    coming = Revision.page_revisions.filter(approved_go_live_at__lte=at).order_by("approved_go_live_at", "pk")
    return [
        *(("geht offline", page.title, lambda page=page: transitions.go_offline(page, at)) for page in ending),
        *(("geht online", text.object_str, lambda text=text: transitions.go_live(text)) for text in coming),
    ]


def worked(deed: Callable[[], bool]) -> bool:
    """Whether the deed went without an error; it is noted, and the next one is done."""
    try:
        deed()
    except Exception:
        logger.exception("publish_scheduled")
        return False
    return True
