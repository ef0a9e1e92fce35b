"""The background task that makes a PDF after publishing, so that no reader waits for it."""

import logging

from django_tasks import task

from home.page.models import BasePage

from . import engine, store
from .document import TooLarge
from .edition import edition_of
from .making import Busy, make

log = logging.getLogger(__name__)


@task(priority=-50)  # what readers search for comes first
def make_pdf(page_id: int) -> None:
    """Makes the PDF of what the page shows now, if everybody may read it and nobody has made it yet."""
    page = BasePage.objects.readable().filter(pk=page_id).first()
    if page is None or engine.typesetter() is None:
        return
    page = page.specific
    edition = edition_of(page)
    if store.find(page_id, edition):
        return
    try:
        make(page, edition)
    except Busy:
        log.info("PDF of page %s: left to the next reader, the press is busy", page_id)
    except TooLarge:
        log.warning("PDF of page %s: the article is too large", page_id)
