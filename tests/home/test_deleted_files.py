"""A deleted picture leaves the disk, with the storages and the queue that a real site has."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django_tasks_db.models import DBTaskResult

from aushang.object_storage import ObjectStorage
from aushang.settings import environment
from home.media.models import Rendition
from tests.factories.media import document, picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_in_earnest(settings, tmp_path, monkeypatch):
    """Files on disk as the settings say, tasks in the database."""
    monkeypatch.setattr(environment, "DATA_DIR", tmp_path)
    settings.STORAGES = settings.STORAGES | environment.storages()
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])


def work() -> None:
    """What the worker does with the rows of the queue."""
    for row in DBTaskResult.objects.filter(task_path__endswith="delete_file_from_storage_task"):
        row.task.func(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])


def test_original_and_copies_of_a_picture(django_capture_on_commit_callbacks):
    image = picture()
    copy = image.get_rendition("width-400").file.name
    original = image.file.name
    assert default_storage.exists(original)
    assert storages["renditions"].exists(copy)
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    work()
    assert not default_storage.exists(original)
    assert not storages["renditions"].exists(copy)


def test_a_document(django_capture_on_commit_callbacks):
    paper = document()
    with django_capture_on_commit_callbacks(execute=True):
        paper.delete()
    work()
    assert not default_storage.exists(paper.file.name)


def test_a_copy_that_two_visitors_drew_at_once_leaves_no_second_file(django_capture_on_commit_callbacks):
    copy = picture().get_rendition("width-400")
    other = storages["renditions"].save(copy.file.name, ContentFile(b"drawn a second time"))
    assert other != copy.file.name
    with django_capture_on_commit_callbacks(execute=True):
        copy.image.delete()
    assert not storages["renditions"].exists(other)


def test_the_queue_never_holds_the_secret_of_an_object_storage(
    settings, monkeypatch, django_capture_on_commit_callbacks
):
    paper, copy = document(), picture().get_rendition("width-400")
    deleted = []
    settings.STORAGES = settings.STORAGES | environment.object_storages("s3://KEY-ID:top%2Fsecret@s3.example.org/files")
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", storages["renditions"])
    monkeypatch.setattr(ObjectStorage, "delete", lambda self, name: deleted.append((self.location, name)))
    monkeypatch.setattr(ObjectStorage, "listdir", lambda self, path: ([], []))
    with django_capture_on_commit_callbacks(execute=True):
        paper.delete()
        Rendition.objects.get(pk=copy.pk).delete()
    rows = str(list(DBTaskResult.objects.values()))
    assert ("top/secret" in rows, "KEY-ID" in rows) == (False, False)
    work()
    assert set(deleted) >= {("private", paper.file.name), ("media", copy.file.name)}
    assert (storages["default"].secret_key, storages["default"].bucket_name) == ("top/secret", "files")
