"""Demo content comes in chapters: each app offers some in its `demo_content` module; their order is a number."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.db import transaction
from django.utils.module_loading import module_has_submodule

MODULE = "demo_content"


@dataclass(frozen=True)
class Chapter:
    """A part of the demo content that is loaded as a whole or not at all."""

    order: int
    load: Callable[[], None]


def contributors() -> Iterator[ModuleType]:
    """The `demo_content` modules of all installed apps."""
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, MODULE):
            yield import_module(f"{app.name}.{MODULE}")


def chapters() -> list[Chapter]:
    """All chapters, in their order."""
    offered = [chapter for module in contributors() for chapter in module.CHAPTERS]
    return sorted(offered, key=lambda chapter: chapter.order)


def load_all() -> None:
    """Loads every chapter in its own transaction."""
    for chapter in chapters():
        with transaction.atomic():
            chapter.load()


def generate_articles(total: int) -> int:
    """Asks the apps that can generate articles to bring their number to `total`; the number of new ones."""
    return sum(module.generate(total) for module in contributors() if hasattr(module, "generate"))
