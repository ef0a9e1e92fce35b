"""What is no page and nobody may read any more, for engines that cannot ask the database."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .readable import gone_beside


@dataclass(frozen=True)
class Hidden:
    """Looks at what it is asked about, for one answer; at nothing twice."""

    # The keys of all that may be held.
    held: Callable[[], Iterable[int]]
    public: set[int] = field(default_factory=set)

    def __call__(self, keys: Iterable[int] | None = None) -> frozenset[int]:
        """Those of these, or of all, that nobody may read."""
        unknown = set(self.held() if keys is None else keys) - self.public
        gone = gone_beside(unknown)
        self.public.update(unknown - gone)
        return frozenset(gone)
