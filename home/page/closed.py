"""The parts of the tree that not everybody may read, asked once a request."""

from typing import Any

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import post_page_move

_now = Local()


def connect() -> None:
    """What was asked is forgotten with the request, and with every change of a restriction."""
    request_started.connect(begin, dispatch_uid="page.closed.begin")
    request_finished.connect(end, dispatch_uid="page.closed.end")
    for signal in (post_save, post_delete):
        signal.connect(forget, sender=PageViewRestriction, dispatch_uid="page.closed.forget")
    post_page_move.connect(forget, dispatch_uid="page.closed.forget")


def begin(**kwargs: Any) -> None:
    """From now on the answer is kept."""
    _now.paths, _now.is_request = None, True


def end(**kwargs: Any) -> None:
    """Outside of requests nothing is kept."""
    _now.paths, _now.is_request = None, False


def forget(**kwargs: Any) -> None:
    """The answer may be another one now."""
    _now.paths = None


def closed_paths() -> list[str]:
    """Tree paths of pages with a view restriction, and of aliases that mirror them; none below another."""
    kept = getattr(_now, "paths", None)
    if kept is None:
        kept = highest(PageViewRestriction.objects.values_list("page__path", "page__aliases__path"))
        if getattr(_now, "is_request", False):
            _now.paths = kept
    return kept


def highest(rows) -> list[str]:
    """The paths in these rows without those below another one."""
    found: list[str] = []
    for path in sorted({path for row in rows for path in row if path}):
        if not found or not path.startswith(found[-1]):
            found.append(path)
    return found


def is_closed(path: str) -> bool:
    """Whether a page with this path is closed to some readers."""
    return path.startswith(tuple(closed_paths()))


def closed() -> Q:
    """The condition that pages in these parts fulfil."""
    condition = Q(pk__in=[])
    for path in closed_paths():
        condition |= Q(path__startswith=path)
    return condition
