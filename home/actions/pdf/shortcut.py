"""The short way to a stored PDF: who was let in a moment ago may pass as long as the file is there.

The file itself is the proof: it goes with unpublishing, moving, restricting and with every new version (events.py).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.core.files.base import ContentFile, File
from django.http import HttpRequest, HttpResponse

from . import store
from .making import Order

# Bounds what changes without a signal, such as an update past the models; readers' own caches keep it longer.
SECONDS = 30
MOST = 64
# Files up to this size are kept in memory with their pass.
SMALL = 400_000


@dataclass(frozen=True)
class Pass:
    """What a PDF was handed out with."""

    order: Order
    name: str
    canonical: str
    until: float
    content: bytes | None = None


passes: dict[tuple[str, str], Pass] = {}


def remember(request: HttpRequest, order: Order, name: str, canonical: str) -> None:
    """Notes a public PDF after all questions at the door were asked."""
    if len(passes) >= MOST:
        passes.clear()
    passes[(request.get_host(), request.path)] = Pass(
        order, name, canonical, time.monotonic() + SECONDS, kept_small(order)
    )


def content_of(known: Pass) -> bytes | File | None:
    """The small file from memory, the large one from storage; None once the stored file is gone."""
    if known.content is None:
        return store.find(known.order.place, known.order.edition)
    return known.content if store.is_there(known.order.place, known.order.edition) else None


def kept_small(order: Order) -> bytes | None:
    """The stored file, if it is small enough for memory."""
    with store.find(order.place, order.edition) or ContentFile(b"") as file:
        return file.read() if 0 < file.size <= SMALL else None


def with_shortcut(
    answer: Callable[[HttpRequest, Pass, bytes | File], HttpResponse],
) -> Callable[..., Callable[..., HttpResponse]]:
    """Lets `answer` hand out what was handed out a moment ago; everything else goes the long way."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def visit(request: HttpRequest, path: str) -> HttpResponse:
            known = passes.get((request.get_host(), request.path))
            valid = known and known.until > time.monotonic() and request.method in ("GET", "HEAD")
            file = content_of(known) if valid else None
            return answer(request, known, file) if file else view(request, path)

        return visit

    return decorate
