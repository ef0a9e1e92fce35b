"""What is no page is looked at once for an answer: whether a live, public page leads to it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from asgiref.local import Local

from .sources import public_keys

_answer = Local()


@contextmanager
def one_answer() -> Iterator[None]:
    """Inside, nothing is looked at twice: an answer speaks of one moment."""
    outer = getattr(_answer, "known", None)
    _answer.known = {}
    try:
        yield
    finally:
        _answer.known = outer


def public_now(keys: Iterable[int]) -> set[int]:
    """Those of these keys that are of no page and that everybody may find."""
    wanted = {key for key in keys if key < 0}
    known = getattr(_answer, "known", None)
    known = {} if known is None else known
    if unknown := wanted - known.keys():
        public = public_keys(unknown)
        known |= {key: key in public for key in unknown}
    return {key for key in wanted if known[key]}
