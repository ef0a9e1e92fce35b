"""Pictures of private collections: shown to those whom the collection lets in, and part of nothing public."""

from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex

from .models import Picture

KEY = "media.private-collections"
# Bounds what changes without a signal.
SECONDS = 60


def connect() -> None:
    """What changes who may look into a collection is noticed at once."""
    for sender in (Collection, CollectionViewRestriction):
        for signal in (post_save, post_delete):
            signal.connect(forget, sender=sender, dispatch_uid=f"media.private.{sender.__name__}.{id(signal)}")


def forget(**kwargs: object) -> None:
    """The next reader asks the database again."""
    cache.delete(KEY)
    transaction.on_commit(lambda: cache.delete(KEY), robust=True)


def private_collections() -> set[int]:
    """The collections that not everybody may look into, with all inside them."""
    known = cache.get(KEY)
    if known is None:
        cache.set(KEY, known := read_private_collections(), SECONDS)
    return known


def read_private_collections() -> set[int]:
    """As the database knows it now."""
    paths = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    inside = [models.Q(path__startswith=path) for path in set(paths)]
    return set(Collection.objects.filter(reduce(or_, inside)).values_list("pk", flat=True)) if inside else set()


def may_see(picture: Picture, request: HttpRequest | None = None) -> bool:
    """Whether the picture may be shown to whoever asks; without a request, to everybody."""
    if picture.collection_id not in known_to(request):
        return True
    restrictions = picture.collection.get_view_restrictions()
    return request is not None and all(restriction.accept_request(request) for restriction in restrictions)


def known_to(request: HttpRequest | None) -> set[int]:
    """The private collections, looked up once a request."""
    if request is None:
        return private_collections()
    if not hasattr(request, "_private_collections"):
        request._private_collections = private_collections()
    return request._private_collections


def hidden_pictures(holder: models.Model) -> list[int]:
    """The pictures of a page that are left out where everybody may read it."""
    if not (private := private_collections()):
        return []
    references = ReferenceIndex.get_references_for_object(holder)
    of_pictures = references.filter(to_content_type=ContentType.objects.get_for_model(Picture))
    numbers = [int(number) for number in of_pictures.values_list("to_object_id", flat=True)]
    found = Picture.objects.filter(pk__in=numbers, collection__in=private)
    return sorted(found.values_list("pk", flat=True))
