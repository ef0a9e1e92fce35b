"""Resized copies are made once, and read without writing."""

from unittest.mock import patch

import pytest

from home.media.models import Picture, Rendition
from tests.factories import media

pytestmark = pytest.mark.django_db
SPEC = "fill-64x36|format-webp"


@pytest.fixture
def known() -> Picture:
    """A picture whose copy was made and asked for before."""
    picture = media.picture()
    picture.get_rendition(SPEC)
    return Picture.objects.get(pk=picture.pk)


def test_a_copy_that_is_known_costs_neither_a_query_nor_a_write(known, django_assert_num_queries):
    with patch.object(Rendition.cache_backend, "set") as write, django_assert_num_queries(0):
        copy = known.get_rendition(SPEC)
    assert copy.width == 64
    assert copy.image is known
    assert not write.called


def test_a_copy_that_came_with_the_picture_is_used(known, django_assert_num_queries):
    picture = Picture.objects.prefetch_renditions(SPEC).get(pk=known.pk)
    Rendition.cache_backend.clear()
    with patch.object(Rendition.cache_backend, "set") as write, django_assert_num_queries(0):
        assert picture.get_rendition(SPEC).width == 64
    assert not write.called


def test_a_copy_that_was_removed_is_made_again(known):
    Rendition.objects.get(image=known).delete()
    copy = known.get_rendition(SPEC)
    assert Rendition.objects.filter(pk=copy.pk).exists()
    assert copy.file.storage.exists(copy.file.name)
