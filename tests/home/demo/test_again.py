"""A second run keeps what people did; in earnest there is no first."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError
from wagtail.models import PageLogEntry, Revision

from home.bodies.models import Municipality
from home.media.models import File, Picture
from home.page.models import BasePage
from news.models import ArticlePage
from tests.home.demo.loading import load

pytestmark = pytest.mark.xdist_group("demo")


class TestAgain:
    """A second run."""

    def test_changes_nothing(self, django_assert_max_num_queries):
        counted = [BasePage, Revision, PageLogEntry, Picture, File, Municipality, get_user_model()]
        before = [model.objects.count() for model in counted]
        with django_assert_max_num_queries(250):
            load()
        assert [model.objects.count() for model in counted] == before

    def test_keeps_what_people_changed(self):
        page = ArticlePage.objects.get(slug="jugendforum-falkenrode")
        page.title, page.slug = "Von Hand", "von-hand"
        page.save()
        load()
        assert ArticlePage.objects.get(pk=page.pk).title == "Von Hand"
        assert not ArticlePage.objects.filter(slug="jugendforum-falkenrode").exists()

    def test_never_brings_back_what_people_deleted(self):
        ArticlePage.objects.get(slug="jugendforum-falkenrode").delete()
        load()
        assert not ArticlePage.objects.filter(slug="jugendforum-falkenrode").exists()


class TestGuard:
    """Demo content has no place in earnest."""

    def test_refuses_under_production_settings(self, settings):
        settings.DEBUG = settings.AUSHANG_DEMO = False
        before = BasePage.objects.count()
        with pytest.raises(
            CommandError, match="Demo-Inhalte werden nur mit den Einstellungen für Entwicklung oder Demo"
        ):
            load("--articles", "3")
        assert BasePage.objects.count() == before
