"""The addresses a document may read from, and how their files are found in storage."""

import re
from functools import partial
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import Storage, storages
from django.http import HttpRequest
from wagtail.images import get_image_model

from home.media.private import may_see

from .fetcher import MAX_BYTES, Reader

PAPER_WIDTH = "width-1200"


def own_mounts(reader: HttpRequest | None = None) -> dict[str, Reader]:
    """Renditions and static files of this site: what this reader may see, or everybody."""
    return {
        address_of(storages["renditions"]): partial(read_rendition, reader),
        address_of(staticfiles_storage, settings.STATIC_URL): read_static,
    }


def address_of(storage: Storage, known: str = "") -> str:
    """The absolute address under which a storage's files appear."""
    return urljoin(settings.BASE_URL + "/", known or storage.url("x").removesuffix("x"))


def read_rendition(reader: HttpRequest | None, name: str) -> tuple[str, bytes]:
    """The rendition as JPEG, which goes into a PDF as it is; WebP would be unpacked to many times its size."""
    rendition = get_image_model().get_rendition_model().objects.select_related("image").get(file=name)
    if not may_see(rendition.image, reader):
        raise PermissionError
    on_paper = rendition.image.get_rendition(paper_spec(rendition.filter_spec))
    return on_paper.file.name, read(on_paper.file.storage, on_paper.file.name)


def paper_spec(spec: str) -> str:
    """The same crop for paper: JPEG, and wide enough for print."""
    spec = re.sub(r"\|?(format|webpquality|jpegquality)-[\w-]+", "", spec)
    return re.sub(r"^width-\d+", PAPER_WIDTH, spec) + "|format-jpeg"


def read_static(name: str) -> tuple[str, bytes]:
    """A static file of the site, hashed name or not."""
    if path := finders.find(name):
        with open(path, "rb") as file:
            return name, file.read(MAX_BYTES + 1)
    return name, read(staticfiles_storage, name)


def read(storage: Storage, name: str) -> bytes:
    """The content; one byte more than allowed is enough to see that it is too big."""
    with storage.open(name) as file:
        return file.read(MAX_BYTES + 1)
