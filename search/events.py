"""What happens to pages, terms and files happens to the index: after the commit, in a task."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from home.bodies.models import Municipality
from home.listing import relations
from home.media.models import File
from home.page.bulk import pages_written
from home.page.models import BasePage, Subject

from . import files, sources
from .models import BroaderTerm, IndexState, LexiconWord, SynonymGroup, TouchedKey
from .renewal import renew
from .tasks import refresh

logger = logging.getLogger(__name__)
# So many documents are one task; the few that a person changes do not wait behind the many of an import.
AT_ONCE, FEW, SOON = 200, 20, 50


def connect() -> None:
    """Connects the signals."""
    uid = "search.{}".format
    page_published.connect(page_is_live, dispatch_uid=uid("published"))
    page_unpublished.connect(page_changed, dispatch_uid=uid("unpublished"))
    post_page_move.connect(tree_changed, dispatch_uid=uid("moved"))
    page_slug_changed.connect(tree_changed, dispatch_uid=uid("slug"))
    pages_written.connect(many_changed, dispatch_uid=uid("bulk"))
    post_delete.connect(page_deleted, sender=BasePage, dispatch_uid=uid("deleted"))
    for signal, name in ((post_save, "saved"), (post_delete, "removed")):
        signal.connect(readers_changed, sender=PageViewRestriction, dispatch_uid=uid(f"restriction.{name}"))
        signal.connect(term_changed, sender=Subject, dispatch_uid=uid(f"subject.{name}"))
        signal.connect(municipality_changed, sender=Municipality, dispatch_uid=uid(f"municipality.{name}"))
        signal.connect(file_changed, sender=File, dispatch_uid=uid(f"file.{name}"))
        signal.connect(lexicon_changed, sender=LexiconWord, dispatch_uid=uid(f"lexicon.{name}"))
        signal.connect(language_changed, sender=SynonymGroup, dispatch_uid=uid(f"synonyms.{name}"))
        signal.connect(language_changed, sender=BroaderTerm, dispatch_uid=uid(f"broader.{name}"))


def after_commit(todo: Callable[[], None]) -> None:
    """Once the change is certain; what goes wrong then is logged and breaks nothing."""
    transaction.on_commit(todo, robust=True)


def touch(keys: Iterable[int]) -> None:
    """Has documents looked at again. Many calls of one transaction become one task."""
    waiting = connection.__dict__.setdefault("search_waiting", set())
    waiting.update(keys)
    after_commit(flush)


def flush() -> None:
    """Hands what waits to tasks."""
    ordered = sorted(connection.__dict__.pop("search_waiting", set()))
    task = refresh.using(priority=SOON) if len(ordered) <= FEW else refresh
    for start in range(0, len(ordered), AT_ONCE):
        try:
            task.enqueue(ordered[start : start + AT_ONCE])
        except Exception:
            logger.exception("The index could not be told of a change; check_search will find it")


def page_is_live(instance: BasePage, **kwargs: Any) -> None:
    """The page, what is found through it, and, if its name is on other pages, those."""
    touch({*keys_of(instance), *relations.pages_of([instance.pk], type(instance))})


def page_changed(instance: BasePage, **kwargs: Any) -> None:
    """The page and what was found through it."""
    touch(keys_of(instance))


def keys_of(page: BasePage) -> set[int]:
    """The page, the files it shows, its municipalities and subjects."""
    return {page.pk, *files.keys_of_page(page.pk), *sources.keys_beside([page.pk])}


def page_deleted(instance: BasePage, **kwargs: Any) -> None:
    """The page, noted with its deletion; what was found through it is known: deleting begins with unpublishing."""
    TouchedKey.objects.update_or_create(key=instance.pk, defaults={"at": timezone.now(), "is_gone": True})
    touch({instance.pk})


def many_changed(keys: Iterable[int], **kwargs: Any) -> None:
    """Pages that were written past their own methods."""
    keys = list(keys)
    touch({*keys, *sources.keys_beside(keys)})


def tree_changed(instance: BasePage, **kwargs: Any) -> None:
    """The page and all below."""
    page = BasePage.objects.filter(pk=instance.pk).first()
    if page:
        keys = list(page.get_descendants(inclusive=True).values_list("pk", flat=True))
        of_files = (key for page_id in keys[:AT_ONCE] for key in files.keys_of_page(page_id))
        touch({*keys, *of_files, *sources.keys_beside(keys)})


def readers_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    """All pages below."""
    if page := BasePage.objects.filter(pk=instance.page_id).first():
        tree_changed(page)


def term_changed(instance: Subject, **kwargs: Any) -> None:
    """The subject, and all pages about it."""
    pages = BasePage.objects.filter(Q(subjects=instance.pk)).values_list("pk", flat=True)
    touch({sources.key_of(instance), *pages})


def municipality_changed(instance: Municipality, **kwargs: Any) -> None:
    """The municipality, and all pages that it takes part in."""
    touch({sources.key_of(instance), *relations.pages_of([instance.pk], Municipality)})


def file_changed(instance: File, **kwargs: Any) -> None:
    """The file."""
    touch({sources.key_of(instance)})


def lexicon_changed(**kwargs: Any) -> None:
    """Questions are taken apart by it at once, the index follows in a task."""
    language_changed()
    after_commit(renew_soon)


def renew_soon() -> None:
    """Without tasks the system check goes on saying that the index does not fit."""
    try:
        renew.enqueue()
    except Exception:
        logger.exception("The index could not be told of a new lexicon; rebuild_index makes it anew")


def language_changed(**kwargs: Any) -> None:
    """Everybody reads the lexicon, the synonyms and the broader terms again."""
    IndexState.raise_stamp("language_stamp")
