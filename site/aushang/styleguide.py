"""Every token, component and block with its example; for development and the demo only."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.blocks import Block

from home.blocks.body import BodyBlock

from .stylesheet import layer

TEMPLATES = Path(__file__).parent / "templates"
# Parts without an appearance of their own.
INVISIBLE = {"metadata"}
TOKEN = re.compile(r"^\s*--([a-z0-9-]+):", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A component or block as it looks on the site."""

    name: str
    html: SafeString


def styleguide(request: HttpRequest) -> HttpResponse:
    """The whole style guide on one page."""
    if not getattr(settings, "AUSHANG_STYLEGUIDE", False):
        raise Http404
    context = {"tokens": tokens(), "components": components(request), "blocks": blocks(request)}
    return render(request, "styleguide/index.html", context)


def tokens() -> list[str]:
    """The names of all colours with a meaning."""
    names = dict.fromkeys(TOKEN.findall(layer("tokens")))
    return [name for name in names if name.startswith("color-")]


def component_names() -> list[str]:
    """All components by their stem."""
    names = {file.stem for file in (TEMPLATES / "components").glob("*.html")}
    return sorted(names - INVISIBLE)


def components(request: HttpRequest) -> list[Example]:
    """The components, each with its example."""
    return [Example(name, drawn(name, request)) for name in component_names() if has_example(name)]


def blocks(request: HttpRequest) -> list[Example]:
    """The blocks of a body, each with its example."""
    return [Example(name, example(name, block, request)) for name, block in BodyBlock().child_blocks.items()]


def has_example(name: str) -> bool:
    """Whether `styleguide/<name>.html` exists."""
    return (TEMPLATES / "styleguide" / f"{name}.html").exists()


def example(name: str, block: Block, request: HttpRequest) -> SafeString:
    """A block's own example, or the one of the style guide where the block needs a database row."""
    if has_example(name):
        return drawn(name, request)
    return block.render(block.get_preview_value())


def drawn(name: str, request: HttpRequest) -> SafeString:
    """The example `styleguide/<name>.html`."""
    return render_to_string(f"styleguide/{name}.html", request=request)
