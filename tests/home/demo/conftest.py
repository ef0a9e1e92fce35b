"""The demo, loaded once for all tests of this folder."""

import pytest
from django.core.files.storage import storages
from django.db import transaction
from django.test import override_settings
from PIL import Image

from home.demo import scenes
from home.media.models import Rendition
from tests.factories import pages
from tests.home.demo.loading import load, storages_in


@pytest.fixture(scope="package")
def folder(tmp_path_factory):
    """Media and password of the demo."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(autouse=True)
def own_media(settings, folder, monkeypatch):
    """All tests here see the files of the same demo."""
    settings.STORAGES = storages_in(folder)
    settings.DATA_DIR = folder
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])
    monkeypatch.delenv("HOST", raising=False)
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)


@pytest.fixture(scope="package", autouse=True)
def demo(django_db_setup, django_db_blocker, folder):
    """What the command said; with pictures that are quickly drawn."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(STORAGES=storages_in(folder), DATA_DIR=folder), pytest.MonkeyPatch.context() as patch:
            patch.setattr(scenes, "draw", lambda name, seed: Image.new("RGB", (320, 180), "#2a6471"))
            pages.clear()
            said = load()
        yield said
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def database(db):
    """What a test does to the demo is undone after it."""
