"""What stays where it is, by whatever road somebody comes: addresses of pages that wait, second addresses."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context

from .deed import Refused, done, locked
from .models import PageState
from .states import WAITING, Publication

VERB = "move"


def before_moved(instance: Any, url_path_before: str, url_path_after: str, **kwargs) -> None:
    """A page that waits keeps its address: it is part of what is decided."""
    rows = PageState.objects.filter(page__path__startswith=instance.path)
    if url_path_before == url_path_after:
        return
    if rows.filter(review__in=WAITING).exists() or rows.filter(publication=Publication.SCHEDULED).exists():
        raise Refused(_("This page, or a page below it, waits for a decision or for its date. It cannot be moved now."))


@transaction.atomic
def after_moved(instance: Any, url_path_before: str, url_path_after: str, **kwargs) -> None:
    """Another address of what readers see, or saw, stands in the record."""
    if url_path_before != url_path_after and instance.first_published_at:
        page = locked(instance)
        way = f"{shown(url_path_before)} → {shown(url_path_after)}"
        done(VERB, page, get_active_log_context().user, way, revision=page.live_revision)


def shown(url_path: str) -> str:
    """The path as readers know it: without the part for the site."""
    return "/" + url_path.strip("/").partition("/")[2]


def before_saved(instance: Any, update_fields: Any = None, **kwargs) -> None:
    """A second address that readers see would become a live page without approval."""
    if update_fields and "alias_of_id" in update_fields and instance.live and instance.alias_of_id is None:
        raise Refused(
            _(
                "This page shows readers the text of another page. It cannot become a page of its own without "
                "approval. Please copy the other page and submit the copy."
            )
        )
