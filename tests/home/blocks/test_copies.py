"""The pictures of a body are asked for together, however many there are."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext

from home.blocks.copies import pictures_in
from tests.factories import media, pages

pytestmark = pytest.mark.django_db


def illustrated(number: int):
    """An article with so many different pictures, some in its text, some in a gallery."""
    chosen = [{"image": media.picture().pk, "alt": "Blau", "caption": "", "credit": ""} for _ in range(number)]
    body = [{"type": "image", "value": value} for value in chosen[: number // 2]]
    body.append({"type": "gallery", "value": {"title": "Eindrücke", "pictures": chosen[number // 2 :]}})
    return pages.article(body=body)


def drawn(page) -> str:
    """The body, of a page that was just loaded."""
    fresh = type(page).objects.get(pk=page.pk)
    return Template("{% load wagtailcore_tags %}{% include_block page.body %}").render(Context({"page": fresh}))


def questions(page) -> int:
    """How many questions the body costs once its copies are made, with nothing in any cache."""
    assert drawn(page).count("<img") == len(list(pictures_in(page.body)))
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as asked:
        drawn(page)
    return len(asked)


def test_more_pictures_cost_no_more_questions():
    assert questions(illustrated(4)) == questions(illustrated(12))


def test_a_picture_whose_copy_is_missing_gets_one():
    page = illustrated(3)
    page.body[0].value["image"].renditions.all().delete()
    assert drawn(page).count("<img") == 3
