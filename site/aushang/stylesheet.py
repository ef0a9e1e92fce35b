"""All styles of the public site in one file, in cascade layers, named by the digest of its content."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import condition, require_safe

FOLDER = Path(__file__).parent / "static/css"
LAYERS = ("tokens", "base", "layout", "components", "print")
# They explain the files to us; browsers need not wait for them.
COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def layer(name: str) -> str:
    """The content of one layer."""
    files = sorted((FOLDER / name).glob("*.css")) or [FOLDER / f"{name}.css"]
    content = "\n".join(COMMENT.sub("", file.read_text()) for file in files if file.exists())
    return f"@media print {{\n{content}\n}}" if name == "print" else content


def composed() -> str:
    """The whole stylesheet."""
    return "\n".join([f"@layer {', '.join(LAYERS)};", *(f"@layer {name} {{\n{layer(name)}\n}}" for name in LAYERS)])


def digest_of(content: str) -> str:
    """A short digest that names the content."""
    return hashlib.sha256(content.encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def kept() -> tuple[str, str]:
    """Content and digest, read once a process."""
    content = composed()
    return content, digest_of(content)


def current() -> tuple[str, str]:
    """Content and digest; read afresh while developing."""
    if settings.DEBUG:
        kept.cache_clear()
    return kept()


def current_digest() -> str:
    """The digest in the address."""
    return current()[1]


def etag(request: HttpRequest, digest: str) -> str:
    """The digest as an entity tag."""
    return f'"{current_digest()}"'


@require_safe
@gzip_page
@condition(etag_func=etag)
def stylesheet(request: HttpRequest, digest: str) -> HttpResponse:
    """The stylesheet: for ever under its own digest; an outdated address gets the present one, uncached."""
    content, present = current()
    fresh = digest == present
    caching = "public, max-age=31536000, immutable" if fresh else "no-cache"
    return HttpResponse(content, content_type="text/css; charset=utf-8", headers={"Cache-Control": caching})
