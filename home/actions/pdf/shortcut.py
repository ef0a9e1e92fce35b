"""The short way to a stored PDF: who was let in a moment ago may pass as long as the file is there.

The file itself is the proof: it goes with unpublishing, moving, restricting and with every new version (events.py).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse

from . import store
from .making import Order

# Bounds what changes without a signal, such as an update past the models; readers' own caches keep it longer.
SECONDS = 30
MOST = 2_000


@dataclass(frozen=True)
class Pass:
    """What a PDF was handed out with."""

    order: Order
    name: str
    canonical: str
    until: float


passes: dict[tuple[str, str], Pass] = {}


def remember(request: HttpRequest, order: Order, name: str, canonical: str) -> None:
    """Notes a public PDF after all questions at the door were asked."""
    if len(passes) >= MOST:
        passes.clear()
    passes[(request.get_host(), request.path)] = Pass(order, name, canonical, time.monotonic() + SECONDS)


def with_shortcut(
    answer: Callable[[HttpRequest, Pass, File], HttpResponse],
) -> Callable[..., Callable[..., HttpResponse]]:
    """Lets `answer` hand out what was handed out a moment ago; everything else goes the long way."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def visit(request: HttpRequest, path: str) -> HttpResponse:
            known = passes.get((request.get_host(), request.path))
            valid = known and known.until > time.monotonic() and request.method in ("GET", "HEAD")
            file = store.find(known.order.place, known.order.edition) if valid else None
            return answer(request, known, file) if file else view(request, path)

        return visit

    return decorate
