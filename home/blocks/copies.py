"""The resized copies of a body's pictures, in one question instead of one for each."""

from collections.abc import Iterator
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue

from home.media.models import Picture

# One picture alone is found in the cache.
WORTH_IT = 2


def load_copies(*values: Any) -> None:
    """Brings the copies of all pictures in these bodies along."""
    pictures = list(pictures_among(values))
    if len(pictures) >= WORTH_IT:
        prefetch_related_objects(pictures, "renditions")


def pictures_in(value: Any) -> Iterator[Picture]:
    """Every picture that an editor chose in it, however deep."""
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, dict):
        yield from pictures_among(value.values())
    elif isinstance(value, StreamValue):
        yield from pictures_among(block.value for block in value)
    elif isinstance(value, ListValue):
        yield from pictures_among(value)


def pictures_among(values: Any) -> Iterator[Picture]:
    """The pictures of several parts."""
    for value in values:
        yield from pictures_in(value)
