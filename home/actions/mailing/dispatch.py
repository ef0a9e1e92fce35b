"""Sends the one mail of a form at once, so that no queue keeps an address, and leaves one line in the log."""

import logging
from collections.abc import Callable

from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponseRedirect

from home.page.models import BasePage

log = logging.getLogger(__name__)

SENT = "gesendet"


def went_out(letter: Callable[[], EmailMessage], form: str, page: BasePage) -> bool:
    """Whether it could be written and sent. Whatever went wrong: a report of the error could hold an address."""
    try:
        letter().send()
    except Exception as error:
        log.error("%s: page %s: failed: %s", form, page.pk, type(error).__name__)
        return False
    outcome(form, page, "sent")
    return True


def outcome(form: str, page: BasePage, word: str) -> None:
    """All that is kept: when, which form, which page, how it ended."""
    log.info("%s: page %s: %s", form, page.pk, word)


def thanks(request: HttpRequest) -> HttpResponseRedirect:
    """To the page that says so, which can be reloaded without harm."""
    return HttpResponseRedirect(f"{request.path}?{SENT}", status=303)
