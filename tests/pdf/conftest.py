"""What the PDF tests share: an engine, or a reason to leave them out, and specimens that are typeset once."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import transaction
from django.test import override_settings
from PIL import Image

from home.actions.pdf import engine, making
from home.actions.pdf.making import typeset
from home.demo import scenes
from home.media.models import Rendition
from home.page.models import BasePage
from tests.factories import pages

from . import specimens as cases


@pytest.fixture
def pdf_of(db) -> Callable[[BasePage], bytes]:
    """Typesets a page; skipped on a machine without Pango, which the PDFs need."""
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")
    return typeset


@pytest.fixture(scope="session")
def specimens(django_db_setup, django_db_blocker, tmp_path_factory) -> dict[str, bytes]:
    """All specimens by name; the database forgets what they were made from."""
    if engine.typesetter() is None:
        pytest.skip("Pango is missing: see README")
    folder = tmp_path_factory.mktemp("specimens")
    moved = {
        alias: storage | {"OPTIONS": storage.get("OPTIONS", {}) | {"location": str(folder / alias)}}
        for alias, storage in settings.STORAGES.items()
        if alias != "staticfiles"
    }
    changed = override_settings(STORAGES=settings.STORAGES | moved, DATA_DIR=folder)
    with django_db_blocker.unblock(), transaction.atomic(), changed, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])
        patch.setattr(scenes, "draw", lambda name, seed: Image.new("RGB", (320, 180), "#2a6471"))
        patch.delenv("HOST", raising=False)
        pages.clear()
        made = dict([*cases.demo(), *cases.demo_collections(), *cases.papers(), *cases.hard_cases()])
        transaction.set_rollback(True)
    return made


@pytest.fixture
def press(monkeypatch) -> list[str]:
    """Counts what is typeset, and does it quickly."""
    made = []

    class Press:
        @staticmethod
        def typeset(html: str, address: str, mounts: dict | None = None) -> bytes:
            made.append(address)
            return b"%PDF-1.7" + html.encode() + b"\n%%EOF\n"

    monkeypatch.setattr(engine, "typesetter", lambda: Press)
    monkeypatch.setattr(engine, "available", lambda: True)
    return made


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Nobody waits in a test."""
    monkeypatch.setattr(making, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(making, "PAUSE_SECONDS", 0)
