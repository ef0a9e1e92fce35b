"""The stored PDFs: private files, `pdf/<page id>/<edition>.pdf`; collections have a folder of their own there."""

import os

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

FOLDER = "pdf"
COLLECTIONS = "collections"
END_OF_FILE = b"%%EOF"
TAIL = 32


def path_of(place: int | str, edition: str) -> str:
    """Where this edition lies."""
    return f"{FOLDER}/{place}/{edition}.pdf"


def find(place: int | str, edition: str) -> File | None:
    """The stored file, open at its start; None if there is none, or one that is not written to its end."""
    try:
        file = default_storage.open(path_of(place, edition))
    except FileNotFoundError:
        return None
    if is_complete(file):
        return file
    file.close()
    return None


def is_complete(file: File) -> bool:
    """Whether the end has been written, too."""
    if file.size < TAIL:
        return False
    file.seek(-TAIL, os.SEEK_END)
    complete = END_OF_FILE in file.read()
    file.seek(0)
    return complete


def keep(place: int | str, edition: str, content: bytes) -> None:
    """Stores an edition and deletes all others of the page, or of the collection."""
    remove(place)
    default_storage.save(path_of(place, edition), ContentFile(content))


def remove(place: int | str) -> None:
    """Deletes every PDF of the page, or of the collection."""
    folder = f"{FOLDER}/{place}"
    for name in names_in(folder)[1]:
        default_storage.delete(f"{folder}/{name}")


def remove_collections() -> None:
    """Deletes every collection: one of its articles changed or went."""
    for name in names_in(f"{FOLDER}/{COLLECTIONS}")[0]:
        remove(f"{COLLECTIONS}/{name}")


def page_ids() -> set[int]:
    """The pages that have a stored PDF."""
    return {int(name) for name in names_in(FOLDER)[0] if name.isdigit()}


def names_in(folder: str) -> tuple[list[str], list[str]]:
    """Folders and files below; nothing where there is no such folder."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
