"""Keeps indexes true: builds them anew without losing a save, finds what drifted and repairs it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from home.page.models import BasePage

from . import pages
from .engines.base import Engine
from .engines.choice import all_engines, embedded
from .language import language
from .models import FruitlessSearch, TellingWord, TouchedKey
from .tasks import refresh

KEPT, FRUITLESS_KEPT = timedelta(days=2), timedelta(days=180)


@dataclass(frozen=True)
class Drift:
    """What an index holds wrongly."""

    missing: list[int] = field(default_factory=list)
    outdated: list[int] = field(default_factory=list)
    surplus: list[int] = field(default_factory=list)

    @property
    def keys(self) -> list[int]:
        """All of it."""
        return [*self.missing, *self.outdated, *self.surplus]


def rebuild(say: Callable[[str, int], None] = lambda engine, count: None) -> None:
    """Builds every index anew. What was saved meanwhile went into the old one and is indexed once more."""
    for engine in all_engines():
        started = timezone.now()
        count = engine.rebuild(pages.documents(pages.all_keys()))
        changed = TouchedKey.objects.filter(at__gte=started - timedelta(seconds=5))
        bring_up_to_date(engine, list(changed.values_list("key", flat=True)))
        say(engine.name, count)
    TouchedKey.objects.filter(at__lt=timezone.now() - KEPT).delete()
    FruitlessSearch.objects.filter(last_on__lt=(timezone.now() - FRUITLESS_KEPT).date()).delete()


def needs_rebuild() -> bool:
    """Whether the index in the database was never filled though there are pages, or made by another analysis."""
    engine = embedded()
    if mismatch(engine):
        return True
    documents = engine.health().documents
    return documents < BasePage.objects.readable().count() // 2 or bool(documents and not TellingWord.objects.exists())


def bring_up_to_date(engine: Engine, keys: list[int]) -> None:
    """Indexes or removes these documents in one engine."""
    documents = list(pages.documents(keys))
    engine.index(documents)
    engine.remove(set(keys) - {document.key for document in documents})


def drift(engine: Engine) -> Drift:
    """Compares an index with the pages, document by document."""
    held = engine.digests()
    missing, outdated, seen = [], [], set()
    for document in pages.documents(pages.all_keys()):
        seen.add(document.key)
        if document.key not in held:
            missing.append(document.key)
        elif held[document.key] != document.digest:
            outdated.append(document.key)
    return Drift(missing, outdated, sorted(set(held) - seen))


def repair(found: Drift) -> None:
    """Brings the drifted documents up to date everywhere."""
    for start in range(0, len(found.keys), 500):
        refresh.call(found.keys[start : start + 500])


def mismatch(engine: Engine) -> str:
    """The version an index was made with, if it is not today's; empty if all is well."""
    made_with = engine.health().version
    return made_with if made_with and made_with != language().version else ""
