"""Every colour, component and block with its example; for development and the demo only."""

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

from .examples import CONTEXT
from .stylesheet import layer

TEMPLATES = Path(__file__).parent / "templates"
# Without an appearance of its own.
INVISIBLE = {"metadata"}
# To be seen around the page, or within another component whose ids would clash.
SEEN_ELSEWHERE = {"site_header", "site_footer", "site_menu", "site_search", "site_sign", "search_facets", "facet"}
COLOR = re.compile(r"^\s*--(color-[a-z-]+):", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A component or block as it looks on the site."""

    name: str
    html: SafeString


def styleguide(request: HttpRequest) -> HttpResponse:
    """The whole style guide on one page."""
    if not getattr(settings, "AUSHANG_STYLEGUIDE", False):
        raise Http404
    components = [Example(name, drawn(name)) for name in component_names() if name not in SEEN_ELSEWHERE]
    blocks = [Example(name, block_example(name, block)) for name, block in BodyBlock().child_blocks.items()]
    return render(request, "styleguide/index.html", {"colors": colors(), "components": components, "blocks": blocks})


def colors() -> list[str]:
    """The names of all colours with a meaning."""
    return list(dict.fromkeys(COLOR.findall(layer("tokens"))))


def component_names() -> list[str]:
    """All components by their stem."""
    return sorted({file.stem for file in (TEMPLATES / "components").glob("*.html")} - INVISIBLE)


def block_example(name: str, block: Block) -> SafeString:
    """A block's own example, or the style guide's where the block needs a database row."""
    if (TEMPLATES / f"styleguide/{name}.html").exists():
        return drawn(name)
    return block.render(block.get_preview_value())


def drawn(name: str) -> SafeString:
    """The example `styleguide/<name>.html`."""
    return render_to_string(f"styleguide/{name}.html", CONTEXT)
