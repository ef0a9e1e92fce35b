"""Two visitors at once may draw the same copy twice: one becomes a row, the other only a file, and both have to go."""

from functools import partial
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from .models import Rendition

# `images/<folder of this copy>/<file name>`.
DEPTH = 3


def sweep(storage: Any, folder: str) -> None:
    """Deletes every file in the folder of one copy; nothing else lies there."""
    try:
        _folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        storage.delete(f"{folder}/{name}")


def sweep_after(instance: Rendition, **kwargs) -> None:
    """As soon as it is certain that the copy goes."""
    path = PurePosixPath(instance.file.name)
    if len(path.parts) == DEPTH:
        transaction.on_commit(partial(sweep, instance.file.storage, str(path.parent)), robust=True)


def connect() -> None:
    """After every deletion of a copy, also with its picture."""
    post_delete.connect(sweep_after, sender=Rendition, dispatch_uid="media.leftovers")
