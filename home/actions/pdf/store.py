"""The stored PDFs: private files, `pdf/<page id>/<edition>.pdf`. Only the view hands them out."""

import os

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

FOLDER = "pdf"
END_OF_FILE = b"%%EOF"
TAIL = 32


def path_of(page_id: int, edition: str) -> str:
    """Where this edition lies."""
    return f"{FOLDER}/{page_id}/{edition}.pdf"


def find(page_id: int, edition: str) -> File | None:
    """The stored file, open at its start; None if there is none, or one that is not written to its end."""
    try:
        file = default_storage.open(path_of(page_id, edition))
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


def keep(page_id: int, edition: str, content: bytes) -> None:
    """Stores an edition and deletes all others of the page."""
    remove(page_id)
    default_storage.save(path_of(page_id, edition), ContentFile(content))


def remove(page_id: int) -> None:
    """Deletes every PDF of the page."""
    folder = f"{FOLDER}/{page_id}"
    for name in names_in(folder)[1]:
        default_storage.delete(f"{folder}/{name}")


def page_ids() -> set[int]:
    """The pages that have a stored PDF."""
    return {int(name) for name in names_in(FOLDER)[0] if name.isdigit()}


def names_in(folder: str) -> tuple[list[str], list[str]]:
    """Folders and files below; nothing where there is no such folder."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
