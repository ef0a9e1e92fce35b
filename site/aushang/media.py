"""Resized pictures from the disk, for installations without a web server or object store in front. Never originals."""

import mimetypes

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage, storages
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

# A picture that changes gets a new address, so copies may be kept for ever.
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def rendition(request: HttpRequest, path: str) -> FileResponse:
    """`/media/<path>`: a file of the storage for renditions."""
    storage = storages["renditions"]
    kind, _encoding = mimetypes.guess_type(path)
    if not isinstance(storage, FileSystemStorage) or not (kind or "").startswith("image/"):
        raise Http404("no picture of this site")
    try:
        file = storage.open(path)
    except (OSError, SuspiciousFileOperation, ValueError):
        raise Http404("no such picture") from None
    headers = {"Cache-Control": FOR_EVER, "X-Content-Type-Options": "nosniff"}
    return FileResponse(file, content_type=kind, headers=headers)
