"""What happens to a page happens to its PDF: made after publishing, gone when the page is no longer there for all."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import CollectionViewRestriction, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from home.page.models import BasePage

from . import engine, store
from .tasks import make_pdf


def connect() -> None:
    """Connects the signals."""
    uid = "actions.pdf.{}".format
    page_published.connect(make_later, dispatch_uid=uid("published"))
    page_unpublished.connect(remove_pdf, dispatch_uid=uid("unpublished"))
    post_delete.connect(remove_deleted, dispatch_uid=uid("deleted"))
    post_page_move.connect(remove_below, dispatch_uid=uid("moved"))
    page_slug_changed.connect(remove_below, dispatch_uid=uid("renamed"))
    post_save.connect(remove_restricted, sender=PageViewRestriction, dispatch_uid=uid("restricted"))
    post_delete.connect(remove_restricted, sender=PageViewRestriction, dispatch_uid=uid("opened"))
    post_save.connect(remove_every, sender=CollectionViewRestriction, dispatch_uid=uid("pictures restricted"))
    post_delete.connect(remove_every, sender=CollectionViewRestriction, dispatch_uid=uid("pictures opened"))


def make_later(instance: BasePage, **kwargs: Any) -> None:
    """Takes the old version away and hands the work to the background, once the publication is certain."""
    if instance.is_article and engine.available():
        remove_pdf(instance)
        transaction.on_commit(partial(make_pdf.enqueue, instance.pk), robust=True)


def remove_pdf(instance: BasePage, **kwargs: Any) -> None:
    """Removes the PDF of this page, and the collections it may stand in."""
    transaction.on_commit(partial(store.remove, instance.pk), robust=True)
    transaction.on_commit(store.remove_collections, robust=True)


def remove_deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    """Removes the PDF of a deleted article."""
    if issubclass(sender, BasePage) and sender is not BasePage:
        remove_pdf(instance)


def remove_below(instance: BasePage, **kwargs: Any) -> None:
    """Removes the PDFs of the page and of all below it: their address or their readers changed."""
    transaction.on_commit(partial(remove_all, instance), robust=True)


def remove_restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Removes the PDFs below a page whose readers changed."""
    if page := BasePage.objects.filter(pk=instance.page_id).first():
        remove_below(page)


def remove_every(**kwargs: Any) -> None:
    """Removes all stored PDFs: pictures in them may no longer be for everybody, or may now."""
    transaction.on_commit(remove_all_stored, robust=True)


def remove_all_stored() -> None:
    """They are made anew when somebody asks."""
    for page_id in store.page_ids():
        store.remove(page_id)
    store.remove_collections()


def remove_all(page: BasePage) -> None:
    """Removes the stored PDFs of the page and all pages below, and has them made anew where they still may be."""
    for page_id in set(page.get_descendants(inclusive=True).values_list("pk", flat=True)) & store.page_ids():
        store.remove(page_id)
        make_pdf.enqueue(page_id)
    store.remove_collections()
