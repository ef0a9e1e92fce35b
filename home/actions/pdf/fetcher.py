"""What a document may load: own renditions and static files, read from storage. No socket is ever opened."""

import logging
import mimetypes
from collections.abc import Callable
from io import BytesIO
from typing import NoReturn
from urllib.parse import unquote, urlsplit
from urllib.request import DataHandler, Request

from weasyprint.urls import URLFetcher, URLFetcherResponse

log = logging.getLogger(__name__)

IMAGES = {"image/png", "image/jpeg", "image/webp", "image/gif", "image/avif", "image/svg+xml"}
DATA_URLS = ("data:image/png", "data:image/jpeg", "data:image/svg+xml")
MAX_BYTES = 15 * 2**20
MAX_FILES = 60
MAX_DATA_URL = 200_000

# Reads a file by its name below a mount; FileNotFoundError when there is none.
Reader = Callable[[str], tuple[str, bytes]]


class OwnFilesFetcher(URLFetcher):
    """Reads below the given addresses only; everything else is refused and leaves a gap in the document."""

    def __init__(self, mounts: dict[str, Reader]) -> None:
        super().__init__(timeout=1, allowed_protocols=(), allow_redirects=False)
        self.mounts = mounts
        self.left = MAX_FILES
        self.refused: list[tuple[str, str]] = []

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        """The file behind the address; ValueError, which WeasyPrint logs, for everything not ours."""
        self.left -= 1
        if self.left < 0:
            self.refuse(url, "too many files")
        if url.startswith("data:"):
            return self.fetch_data(url)
        address = next((address for address in self.mounts if url.startswith(address)), None)
        if address is None:
            self.refuse(url, "not ours")
        return self.fetch_own(url, url.removeprefix(address), self.mounts[address])

    def fetch_data(self, url: str) -> URLFetcherResponse:
        """A small picture inside the document itself."""
        if len(url) > MAX_DATA_URL or not url.startswith(DATA_URLS):
            self.refuse(url, "data address")
        response = DataHandler().data_open(Request(url))  # noqa: S310 (decodes only)
        kind = response.headers["Content-Type"]
        return URLFetcherResponse(url, BytesIO(response.read()), {"Content-Type": kind})

    def fetch_own(self, url: str, rest: str, read: Reader) -> URLFetcherResponse:
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
        if len(content) > MAX_BYTES:
            self.refuse(url, "too big")
        return URLFetcherResponse(url, BytesIO(content), {"Content-Type": kind})

    def refuse(self, url: str, why: str) -> NoReturn:
        """Notes the refusal; the document appears without this file."""
        self.refused.append((url[:120], why))
        log.warning("Not loaded into a PDF (%s): %s", why, url[:120])
        raise ValueError(f"not loaded ({why})")
