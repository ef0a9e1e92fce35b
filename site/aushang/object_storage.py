"""An S3-compatible storage that tasks know by its name in the settings: what they are told is written into a table."""

from typing import Any

from django.core.files.storage import Storage, storages
from storages.backends.s3 import S3Storage


class ObjectStorage(S3Storage):
    """Its description holds neither the key nor the secret."""

    def __init__(self, alias: str, **settings: Any) -> None:
        super().__init__(**settings)
        self.alias = alias

    def deconstruct(self) -> tuple[str, list[str], dict]:
        """Deleting a file is a task: Wagtail hands over how to make the storage anew."""
        return f"{__name__}.{configured.__name__}", [self.alias], {}


def configured(alias: str) -> Storage:
    """The storage as this process is configured."""
    return storages[alias]
