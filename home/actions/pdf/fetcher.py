"""What a document may load: own renditions and static files, read from storage on the site's side of the press."""

import logging
import mimetypes
from collections.abc import Callable
from typing import NoReturn
from urllib.parse import unquote, urlsplit
from urllib.request import DataHandler, Request

log = logging.getLogger(__name__)

IMAGES = {"image/png", "image/jpeg", "image/webp", "image/gif", "image/avif", "image/svg+xml"}
DATA_URLS = ("data:image/png", "data:image/jpeg", "data:image/svg+xml")
MAX_BYTES = 15 * 2**20
# Enough for a programme with all its pictures; the press would run out of memory long after.
MAX_FILES = 400
MAX_BYTES_IN_ALL = 150 * 2**20
MAX_DATA_URL = 200_000

# Reads a file by its name below a mount; FileNotFoundError when there is none.
Reader = Callable[[str], tuple[str, bytes]]


File = tuple[str, bytes]


class OwnFiles:
    """Reads below the given addresses only; everything else is refused and leaves a gap in the document."""

    def __init__(self, mounts: dict[str, Reader]) -> None:
        self.mounts = mounts
        self.left, self.bytes_left = MAX_FILES, MAX_BYTES_IN_ALL
        self.refused: list[tuple[str, str]] = []

    def fetch(self, url: str) -> File:
        """Type and content of the file behind the address; ValueError for everything not ours."""
        self.left -= 1
        if self.left < 0:
            self.refuse(url, "too many files")
        if url.startswith("data:"):
            return self.fetch_data(url)
        address = next((address for address in self.mounts if url.startswith(address)), None)
        if address is None:
            self.refuse(url, "not ours")
        return self.fetch_own(url, url.removeprefix(address), self.mounts[address])

    def fetch_data(self, url: str) -> File:
        """A small picture inside the document itself."""
        if len(url) > MAX_DATA_URL or not url.startswith(DATA_URLS):
            self.refuse(url, "data address")
        response = DataHandler().data_open(Request(url))  # noqa: S310 (decodes only)
        return response.headers["Content-Type"], response.read()

    def fetch_own(self, url: str, rest: str, read: Reader) -> File:
        """A file of ours, of a harmless type and size."""
        name = unquote(urlsplit(rest).path)
        if ".." in name.split("/") or name.startswith("/") or "\\" in name or "\0" in name:
            self.refuse(url, "outside")
        try:
            name, content = read(name)
        except Exception as error:  # each storage has its own errors
            self.refuse(url, f"not readable: {type(error).__name__}")
        kind = mimetypes.guess_type(name)[0]
        if kind not in IMAGES:
            self.refuse(url, f"type {kind}")
        self.bytes_left -= len(content)
        if len(content) > MAX_BYTES or self.bytes_left < 0:
            self.refuse(url, "too big")
        return kind, content

    def refuse(self, url: str, why: str) -> NoReturn:
        """Notes the refusal; the document appears without this file."""
        self.refused.append((url[:120], why))
        log.warning("Not loaded into a PDF (%s): %s", why, url[:120])
        raise ValueError(f"not loaded ({why})")
